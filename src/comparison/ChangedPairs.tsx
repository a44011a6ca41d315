import { ArrowLeftRight, CircleHelp, CircleMinus, CirclePlus, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ChangedPolicy, ChangedRow, ComparedEnd, PairChange } from '../engine';
import { grouped, t } from '../language/t';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { changeHint, changeTitle, policyName } from './words';

const FIRST_ROWS = 40;

interface ChangedPairsProps {
  readonly change: PairChange;
  readonly count: number;
  readonly rows: readonly ChangedRow[];
  readonly policies: readonly ChangedPolicy[];
}

/** The pairs that changed in one way; nothing where there are none. */
export function ChangedPairs({ change, count, rows, policies }: ChangedPairsProps) {
  const [limit, setLimit] = useState(FIRST_ROWS);
  if (count === 0) return null;
  const title = changeTitle(change);
  const shown = rows.slice(0, limit);
  const rest = count - rows.length;
  return (
    <section className="comparison-section">
      <h3 className="comparison-title" title={changeHint(change)}>
        <ChangeMark change={change} />
        {title} <span className="comparison-quiet">{grouped(count)}</span>
      </h3>
      <ul className="comparison-list" aria-label={title}>
        {shown.map((row, index) => (
          <li key={`${row.source.id} ${row.destination.id} ${String(index)}`}>
            <PairRow row={row} policies={policies} />
          </li>
        ))}
      </ul>
      {rows.length > limit && (
        <button
          type="button"
          className="comparison-link"
          onClick={() => {
            setLimit(limit * 5);
          }}
        >
          {t`${grouped(rows.length - limit)} more`}
        </button>
      )}
      {rest > 0 && rows.length <= limit && (
        <p className="comparison-quiet">{t`and ${grouped(rest)} more that are only counted`}</p>
      )}
    </section>
  );
}

function PairRow({
  row,
  policies,
}: {
  readonly row: ChangedRow;
  readonly policies: readonly ChangedPolicy[];
}) {
  const { source, destination, before, after } = row;
  const isSelected = useView(
    ({ selection }) =>
      selection.kind === 'pair' && selection.source === source.id && selection.destination === destination.id,
  );
  const by = row.by
    .flatMap((at) => policies[at] ?? [])
    .map(policyName)
    .join(', ');
  return (
    <button
      type="button"
      className="comparison-row"
      aria-pressed={isSelected}
      aria-label={
        by === ''
          ? t`${source.name} to ${destination.name}: ${before.text} before, ${after.text} now`
          : t`${source.name} to ${destination.name}: ${before.text} before, ${after.text} now, by ${by}`
      }
      onClick={() => {
        viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
      }}
    >
      <span>
        <EndName end={source} /> → <EndName end={destination} />
      </span>
      <span className="comparison-ports">
        <s>{before.text}</s> <span aria-hidden>›</span> {after.text}
      </span>
      {by !== '' && <span className="comparison-quiet">{by}</span>}
    </button>
  );
}

function EndName({ end: { name, namespace } }: { readonly end: ComparedEnd }) {
  return (
    <>
      {name}
      {namespace !== null && <span className="comparison-quiet"> {namespace}</span>}
    </>
  );
}

function ChangeMark({ change }: { readonly change: PairChange }) {
  switch (change) {
    case 'opened':
      return <Plus aria-hidden size={14} />;
    case 'closed':
      return <Minus aria-hidden size={14} />;
    case 'widened':
      return <CirclePlus aria-hidden size={14} />;
    case 'narrowed':
      return <CircleMinus aria-hidden size={14} />;
    case 'exchanged':
      return <ArrowLeftRight aria-hidden size={14} />;
    case 'unsure':
      return <CircleHelp aria-hidden size={14} />;
  }
}
