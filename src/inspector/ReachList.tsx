import { useState } from 'react';
import type { EndRef, Reach, ReachRow, ReachShelf } from '../engine';
import { grouped, t } from '../language/t';
import { viewStore } from '../state/viewStore';
import { rowPorts, rowSentence } from './naming';
import { ToneMark } from './ToneMark';
import { worstFirst } from './worstFirst';

const FIRST_ROWS = 40;
/** So many that are open by default need not be unfolded. */
const FEW_ROWS = 8;

/** Which ends of a pair a row names. */
type Side = 'source' | 'destination' | 'both';

interface ReachListProps {
  readonly title: string;
  readonly reach: Reach;
  readonly side: Side;
}

/** Pairs in one direction, the worst first: with the outside, then what nothing decides, then what rules allow. */
export function ReachList({ title, reach, side }: ReachListProps) {
  const { passing, undecided, blocked } = reach;
  const { outside, open, inside } = worstFirst(reach);
  const count = passing.count - undecided + reach.open.count;
  return (
    <section className="inspector-section" aria-label={title}>
      <h3 className="inspector-title">
        {title} <span className="inspector-count">{grouped(count)}</span>
        {undecided > 0 && (
          <span className="inspector-count"> {t`and ${grouped(undecided)} that cannot be said`}</span>
        )}
      </h3>
      {passing.count + reach.open.count === 0 && <p className="inspector-quiet">{t`Nothing.`}</p>}
      <Rows shelf={outside} side={side} />
      <FoldedRows
        words={t`${grouped(open.count)} open by default`}
        shelf={open}
        side={side}
        isOpen={open.count <= FEW_ROWS}
      />
      <Rows shelf={inside} side={side} />
      <FoldedRows words={t`${grouped(blocked.count)} blocked`} shelf={blocked} side={side} />
    </section>
  );
}

interface ShelfProps {
  readonly shelf: ReachShelf;
  readonly side: Side;
}

interface FoldedProps extends ShelfProps {
  readonly words: string;
  readonly isOpen?: boolean;
}

function FoldedRows({ words, shelf, side, isOpen = false }: FoldedProps) {
  const tone = shelf.rows[0]?.tone;
  if (tone === undefined) return null;
  return (
    <details className="inspector-fold" open={isOpen}>
      <summary>
        <ToneMark tone={tone} silent />
        {words}
      </summary>
      <Rows shelf={shelf} side={side} />
    </details>
  );
}

function Rows({ shelf: { rows, count }, side }: ShelfProps) {
  const [limit, setLimit] = useState(FIRST_ROWS);
  if (rows.length === 0) return null;
  const rest = count - rows.length;
  return (
    <ul>
      {rows.slice(0, limit).map((row) => (
        <li key={`${row.source.id} ${row.destination.id}`}>
          <PairButton row={row} side={side} />
        </li>
      ))}
      {rows.length > limit && (
        <li>
          <button
            type="button"
            className="inspector-more"
            onClick={() => {
              setLimit(limit * 5);
            }}
          >
            {t`${grouped(rows.length - limit)} more`}
          </button>
        </li>
      )}
      {rest > 0 && rows.length <= limit && (
        <li className="inspector-quiet">{t`and ${grouped(rest)} more that are only counted`}</li>
      )}
    </ul>
  );
}

function PairButton({ row, side }: { readonly row: ReachRow; readonly side: Side }) {
  const { source, destination } = row;
  return (
    <button
      type="button"
      className="inspector-row"
      aria-label={rowSentence(row)}
      title={rowSentence(row)}
      onClick={() => {
        viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
      }}
    >
      <ToneMark tone={row.tone} silent />
      <span className="inspector-row-words">
        {side !== 'destination' && <EndName end={source} />}
        {side === 'both' && ' → '}
        {side !== 'source' && <EndName end={destination} />}
      </span>
      <span className="inspector-ports">{rowPorts(row)}</span>
    </button>
  );
}

/** Its namespace too, or that it is outside, where the name itself does not say so. */
function EndName({ end: { id, name, namespace } }: { readonly end: EndRef }) {
  const isRest = id === 'outside' || id === 'external/else';
  return (
    <>
      {name}
      {!isRest && <span className="inspector-namespace"> {namespace ?? t`outside`}</span>}
    </>
  );
}
