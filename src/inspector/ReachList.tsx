import { useState } from 'react';
import { Tone, type EndRef, type Reach, type ReachRow, type ReachShelf } from '../engine';
import { viewStore } from '../state/viewStore';
import { ToneMark } from './ToneMark';

const FIRST_ROWS = 40;

/** Which ends of a pair a row names. */
type Side = 'source' | 'destination' | 'both';

interface ReachListProps {
  readonly title: string;
  readonly reach: Reach;
  readonly side: Side;
}

/** Pairs in one direction: what passes is listed, the rest is counted and can be unfolded. */
export function ReachList({ title, reach: { passing, open, blocked }, side }: ReachListProps) {
  const undecided = passing.rows.filter(({ tone }) => tone === Tone.unknown).length;
  const count = passing.count - undecided + open.count;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        {title} <span className="inspector-count">{count}</span>
      </h3>
      {passing.count + open.count === 0 && <p className="inspector-quiet">Nothing.</p>}
      <Rows shelf={passing} side={side} />
      <FoldedRows words="open by default" shelf={open} side={side} />
      <FoldedRows words="blocked" shelf={blocked} side={side} />
    </section>
  );
}

interface ShelfProps {
  readonly shelf: ReachShelf;
  readonly side: Side;
}

function FoldedRows({ words, shelf, side }: ShelfProps & { readonly words: string }) {
  const tone = shelf.rows[0]?.tone;
  if (tone === undefined) return null;
  return (
    <details className="inspector-fold">
      <summary>
        <ToneMark tone={tone} silent />
        {shelf.count} {words}
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
            {rows.length - limit} more
          </button>
        </li>
      )}
      {rest > 0 && rows.length <= limit && (
        <li className="inspector-quiet">and {rest} more that are only counted</li>
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
      onClick={() => {
        viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
      }}
    >
      <ToneMark tone={row.tone} />
      <span className="inspector-row-words">
        {side !== 'destination' && <EndName end={source} />}
        {side === 'both' && ' → '}
        {side !== 'source' && <EndName end={destination} />}
      </span>
      <span className="inspector-ports">{row.ports}</span>
    </button>
  );
}

function EndName({ end: { name, namespace } }: { readonly end: EndRef }) {
  return (
    <>
      {name}
      {namespace !== null && <span className="inspector-namespace"> {namespace}</span>}
    </>
  );
}
