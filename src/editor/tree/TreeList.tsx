import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useStore } from 'zustand';
import { t } from '../../language/t';
import { objectKey, type Row } from './rows';
import { keyEffect, typeahead } from './treeKeys';
import { TreeRow } from './TreeRow';
import type { Tree } from './treeStore';

const ROW_HEIGHT = 28;

/** Letters typed within that time belong together. */
const TYPING_MS = 700;

/** What can be asked of the list. */
export interface TreeListHandle {
  /** Puts the focus on the row that had it last. */
  readonly focus: () => void;
}

interface Props {
  readonly tree: Tree;
  readonly rows: readonly Row[];
  readonly ref: Ref<TreeListHandle>;
}

const rowId = (key: string): string => `tree-row-${key}`;

/** The rows of the tree; only those in sight are in the page. */
export function TreeList({ tree, rows, ref }: Props) {
  const focused = useStore(tree.store, (state) => state.focused);
  const opened = useStore(tree.store, (state) => state.opened?.id);
  const jump = useStore(tree.store, (state) => state.opened?.select?.count);
  const problems = useStore(tree.store, (state) => state.problems.byRow);
  const query = useStore(tree.store, (state) => state.query.trim());
  const lines = useStore(tree.store, (state) => state.index.lines);
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const typed = useRef({ text: '', at: 0 });

  const known = useMemo(() => rows.findIndex(({ key }) => key === focused), [rows, focused]);
  const current = Math.max(known, 0);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled by React's compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    // The row with the focus stays, or the focus would be lost when it scrolls out of sight.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (rows.length === 0 || inSight.includes(current)) return inSight;
      return [...inSight, current].sort((a, b) => a - b);
    },
  });

  const scrollToCurrent = useEffectEvent((align: 'auto' | 'center') => {
    if (known >= 0) virtualizer.scrollToIndex(known, { align });
  });
  useEffect(() => {
    scrollToCurrent('auto');
  }, [focused]);
  useEffect(() => {
    if (query === '') scrollToCurrent('auto');
    else scroller.current?.scrollTo({ top: 0 });
  }, [query]);
  useEffect(() => {
    if (jump !== undefined) scrollToCurrent('center');
  }, [jump]);

  useLayoutEffect(() => {
    const list = scroller.current;
    const key = rows[current]?.key;
    if (!list || key === undefined) return;
    if (!wantsFocus.current && !list.contains(document.activeElement)) return;
    wantsFocus.current = false;
    document.getElementById(rowId(key))?.focus({ preventScroll: true });
  }, [rows, current]);

  useImperativeHandle(ref, () => ({
    focus: () => {
      const key = tree.store.getState().focused ?? rows[0]?.key;
      if (key === undefined) return;
      tree.focus(key);
      const row = document.getElementById(rowId(key));
      // Where it is about to be drawn, it gets the focus then.
      if (row) row.focus();
      else wantsFocus.current = true;
    },
  }));

  const activate = (row: Row): void => {
    tree.focus(row.key);
    if (row.type === 'object') tree.open(row.head.id);
    else tree.setExpanded([row.key], !row.expanded);
  };

  const focusRow = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    wantsFocus.current = true;
    tree.focus(row.key);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const effect = keyEffect(event.key, rows, current, page);
    if (effect) {
      event.preventDefault();
      switch (effect.kind) {
        case 'focus':
          focusRow(effect.index);
          return;
        case 'expand':
        case 'collapse':
          tree.setExpanded([effect.key], effect.kind === 'expand');
          return;
        case 'expandSiblings':
          tree.setExpanded(effect.keys, true);
          return;
        case 'activate': {
          const row = rows[effect.index];
          if (row) activate(row);
          // Enter goes on to the text, the space bar stays.
          if (row?.type === 'object' && event.key === 'Enter') tree.selectInOpened({ start: 0, end: 0 });
          return;
        }
      }
    }
    if (event.key.length !== 1) return;
    event.preventDefault();
    const fresh = event.timeStamp - typed.current.at > TYPING_MS;
    typed.current = { text: (fresh ? '' : typed.current.text) + event.key, at: event.timeStamp };
    focusRow(typeahead(typed.current.text, rows, current));
  };

  if (rows.length === 0) {
    return (
      <p className="tree-nothing">
        {query === '' ? t`There is no object in this file.` : t`Nothing here has all of these words.`}
      </p>
    );
  }
  return (
    <div ref={scroller} className="tree-rows" role="tree" aria-label={t`Objects`} onKeyDown={onKeyDown}>
      <div role="none" className="tree-rows-all" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            row && (
              <TreeRow
                key={key}
                id={rowId(row.key)}
                row={row}
                top={start}
                line={row.type === 'object' ? (lines[row.position] ?? 0) : 0}
                focused={index === current}
                opened={opened !== undefined && row.key === objectKey(opened)}
                problems={problems.get(row.key)}
                onClick={activate}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
