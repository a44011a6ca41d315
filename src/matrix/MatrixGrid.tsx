import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../language/t';
import type { Analysis } from '../state/analysisStore';
import { useView } from '../state/hooks';
import { SEEN, type Seen } from '../state/seen';
import { useRecentChanges } from '../state/useRecentChanges';
import { viewStore, type Selection } from '../state/viewStore';
import { tellingOf } from '../ui/cutName';
import { cellOf } from './cell';
import { LineHead } from './LineHead';
import { linesOf, type Line } from './lines';
import { isShown, lookOf } from './look';
import { markBetween, marksOf } from './marks';
import { moved, type Spot } from './moves';
import { cellSeen, lineSeen, linesSeen } from './seenLines';
import { cellSentence, cellText } from './words';

const CELL = { width: 60, height: 28 };
const HEAD = { width: 190, height: 132 };
const PAGE = 12;

/** The table itself: only what is in view is in the page, and one cell of it is the stop of the Tab key. */
export function MatrixGrid({ answer, seen }: { readonly answer: Analysis; readonly seen: Seen | null }) {
  const { topology, picture } = answer;
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesSeen(linesOf(topology), seen), [topology, seen]);
  const tellings = useMemo(() => tellingOf(lines, ({ kin }) => kin), [lines]);
  const selection = useView((state) => state.selection);
  const shown = useView((state) => state.shown);
  const news = useRecentChanges(answer);
  const marks = useMemo(() => (news === null ? null : marksOf(news)), [news]);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const at: Spot = {
    row: Math.min(spot.row, lines.length - 1),
    column: Math.min(spot.column, lines.length - 1),
  };
  const axis = { count: lines.length, getScrollElement: () => scroll.current, overscan: 4 };
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled by React's compiler
  const rows = useVirtualizer({ ...axis, estimateSize: () => CELL.height, scrollPaddingStart: HEAD.height });
  const columns = useVirtualizer({
    ...axis,
    horizontal: true,
    estimateSize: () => CELL.width,
    scrollPaddingStart: HEAD.width,
  });

  const go = (next: Spot): void => {
    setSpot(next);
    rows.scrollToIndex(next.row);
    columns.scrollToIndex(next.column);
    // The cell may have to be drawn before it can take the focus.
    requestAnimationFrame(() => {
      scroll.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
    });
  };
  const sought = useView((state) => state.sought);
  const showSought = useEffectEvent((entities: readonly string[]) => {
    const lineOf = (id: string | undefined): number => lines.findIndex((line) => line.id === id);
    const row = lineOf(entities[0]);
    const column = lineOf(entities[1] ?? entities[0]);
    if (row >= 0) rows.scrollToIndex(row);
    if (column >= 0) columns.scrollToIndex(column);
    if (row >= 0 && column >= 0) setSpot({ row, column });
  });
  useEffect(() => {
    if (sought) showSought(sought.entities);
  }, [sought]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'gridcell') return;
    if (event.key === 'Enter' || event.key === ' ') choose(lines[at.row], lines[at.column]);
    else {
      const next = moved(at, event.key, event.ctrlKey || event.metaKey, lines.length, PAGE);
      if (next === null) return;
      go(next);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroll}
      className="matrix-scroll nokey"
      role="grid"
      aria-label={t`Who can reach whom`}
      aria-rowcount={lines.length + 1}
      aria-colcount={lines.length + 1}
      onKeyDown={onKeyDown}
    >
      <div
        className="matrix-sheet"
        style={{ width: HEAD.width + columns.getTotalSize(), height: HEAD.height + rows.getTotalSize() }}
      >
        <div className="matrix-heads" role="row" aria-rowindex={1} style={{ height: HEAD.height }}>
          <div className="matrix-corner" style={HEAD} role="columnheader" aria-colindex={1}>
            <span>{t`from ↓ to →`}</span>
          </div>
          {columns.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            return (
              line && (
                <div
                  key={line.id}
                  className="matrix-column"
                  role="columnheader"
                  aria-colindex={index + 2}
                  data-marked={isMarked(selection, line, 'destination')}
                  data-dimmed={seen !== null && lineSeen(line, seen) === SEEN.dimmed}
                  data-kind={line.kind}
                  data-idle={line.isIdle}
                  style={{ left: HEAD.width + start, width: CELL.width, height: HEAD.height }}
                >
                  <LineHead line={line} telling={tellings[index]} />
                </div>
              )
            );
          })}
        </div>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = lines[index];
          return (
            row && (
              <div
                key={row.id}
                className="matrix-row"
                role="row"
                aria-rowindex={index + 2}
                style={{ top: HEAD.height + start, height: CELL.height }}
              >
                <div
                  className="matrix-head"
                  role="rowheader"
                  aria-colindex={1}
                  data-marked={isMarked(selection, row, 'source')}
                  data-dimmed={seen !== null && lineSeen(row, seen) === SEEN.dimmed}
                  data-kind={row.kind}
                  data-idle={row.isIdle}
                  data-depth={row.depth}
                  style={{ width: HEAD.width, height: CELL.height }}
                >
                  <LineHead line={row} telling={tellings[index]} />
                </div>
                {columns.getVirtualItems().map((column) => {
                  const to = lines[column.index];
                  if (!to) return null;
                  const cell = cellOf(picture, topology.entities.length, row, to);
                  const strength =
                    seen === null ? SEEN.full : cellSeen(seen, topology.entities.length, row, to);
                  const look = lookOf(cell.tone);
                  const isDrawn = strength !== SEEN.hidden && isShown(look, shown);
                  const isStop = at.row === index && at.column === column.index;
                  const sentence = cellSentence(row.name, to.name, cell);
                  return (
                    <div
                      key={to.id}
                      className="matrix-cell"
                      role="gridcell"
                      tabIndex={isStop ? 0 : -1}
                      aria-colindex={column.index + 2}
                      aria-label={sentence}
                      title={sentence}
                      aria-selected={isSelected(selection, row, to)}
                      data-look={isDrawn ? look : 'hidden'}
                      data-dimmed={strength === SEEN.dimmed}
                      data-sum={cell.total > 1}
                      data-change={marks && markBetween(marks, topology.entities.length, row, to)}
                      style={{ left: HEAD.width + column.start, width: CELL.width, height: CELL.height }}
                      onClick={() => {
                        setSpot({ row: index, column: column.index });
                        choose(row, to);
                      }}
                    >
                      {isDrawn ? cellText(cell) : ''}
                    </div>
                  );
                })}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** A cell is a pair; one with itself is the entity. */
function choose(from: Line | undefined, to: Line | undefined): void {
  if (!from || !to) return;
  const isOne = from.id === to.id && from.kind === 'single';
  viewStore
    .getState()
    .select(
      isOne ? { kind: 'entity', entity: from.id } : { kind: 'pair', source: from.id, destination: to.id },
    );
}

function isSelected(selection: Selection, from: Line, to: Line): boolean {
  return selection.kind === 'pair' && selection.source === from.id && selection.destination === to.id;
}

function isMarked(selection: Selection, { id }: Line, end: 'source' | 'destination'): boolean {
  return selection.kind === 'entity'
    ? selection.entity === id
    : selection.kind === 'pair' && selection[end] === id;
}
