import { useState } from 'react';
import { Tone } from '../engine';
import { viewStore } from '../state/viewStore';
import { namespaceName } from './naming';
import type { Reach, ReachRow } from './reach';
import { ToneMark } from './ToneMark';

const FIRST_ROWS = 40;

/** One direction of an entity: what passes is listed, the rest is counted and can be unfolded. */
export function ReachList({ title, reach }: { readonly title: string; readonly reach: Reach }) {
  const { passing, open, blocked } = reach;
  const count = passing.filter(({ tone }) => tone !== Tone.unknown).length + open.length;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        {title} <span className="inspector-count">{count}</span>
      </h3>
      {passing.length + open.length === 0 && <p className="inspector-quiet">Nothing.</p>}
      <Rows rows={passing} />
      <FoldedRows words="open by default" rows={open} />
      <FoldedRows words="blocked" rows={blocked} />
    </section>
  );
}

function FoldedRows({ words, rows }: { readonly words: string; readonly rows: readonly ReachRow[] }) {
  const tone = rows[0]?.tone;
  if (tone === undefined) return null;
  return (
    <details className="inspector-fold">
      <summary>
        <ToneMark tone={tone} silent />
        {rows.length} {words}
      </summary>
      <Rows rows={rows} />
    </details>
  );
}

function Rows({ rows }: { readonly rows: readonly ReachRow[] }) {
  const [limit, setLimit] = useState(FIRST_ROWS);
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.slice(0, limit).map((row) => (
        <li key={row.other.id}>
          <PairButton row={row} />
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
            {rows.length - limit} more
          </button>
        </li>
      )}
    </ul>
  );
}

function PairButton({ row }: { readonly row: ReachRow }) {
  const namespace = namespaceName(row.other);
  return (
    <button
      type="button"
      className="inspector-row"
      onClick={() => {
        const { source, destination } = row;
        viewStore.getState().select({ kind: 'pair', source, destination });
      }}
    >
      <ToneMark tone={row.tone} />
      <span className="inspector-row-words">
        {row.other.name}
        {namespace !== null && <span className="inspector-namespace"> {namespace}</span>}
      </span>
      <span className="inspector-ports">{row.ports}</span>
    </button>
  );
}
