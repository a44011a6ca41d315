import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { FileId } from '../../engine';
import { viewStore } from '../../state/viewStore';
import type { ProjectPaste } from '../pasted';
import { filterObjects, needsText } from './filter';
import { groupObjects } from './grouping';
import { ObjectEditor } from './ObjectEditor';
import { flatten } from './rows';
import './tree.css';
import { TreeBars } from './TreeBars';
import { TreeHead } from './TreeHead';
import { TreeList, type TreeListHandle } from './TreeList';
import { TreeSearch } from './TreeSearch';
import { treeOf, type Tree } from './treeStore';

interface Props {
  readonly file: FileId;
  readonly projectPaste: ProjectPaste | undefined;
}

/** The last jump that was answered; outlives the component, so that an old one is not answered again. */
let answered = 0;

/** Shows the places the rest of the page asks for, once the text is read. */
function useReveals(tree: Tree, file: FileId): void {
  useEffect(() => {
    const answer = (): void => {
      const { reveal } = viewStore.getState();
      if (!reveal || reveal.count === answered || reveal.place.file !== file) return;
      if (tree.store.getState().reading !== null) return;
      answered = reveal.count;
      tree.openPlace(reveal.place);
    };
    answer();
    const stops = [
      viewStore.subscribe(answer),
      tree.store.subscribe((state, before) => {
        if (state.reading !== before.reading) answer();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tree, file]);
}

/** A large file as a tree of its objects; the opened one can be edited by itself. */
export function ClusterTree({ file, projectPaste }: Props) {
  const tree = treeOf(file);
  const { reading, text, index, query, expanded, folded, opened } = useStore(tree.store);
  const list = useRef<TreeListHandle>(null);
  useEffect(() => tree.follow(), [tree]);
  useReveals(tree, file);

  const { heads } = index;
  const searched = useDeferredValue(query);
  const searchedText = useMemo(() => (needsText(searched) ? { index, text } : null), [searched, index, text]);
  const matches = useMemo(
    () => filterObjects(searched, heads, searchedText),
    [searched, heads, searchedText],
  );
  const groups = useMemo(() => groupObjects(heads, matches ?? undefined), [heads, matches]);
  const rows = useMemo(
    () => flatten(groups, heads, (key) => (matches ? !folded.has(key) : expanded.has(key))),
    [groups, heads, matches, folded, expanded],
  );

  const focusList = (): void => list.current?.focus();

  /** The focus goes on to the object beside the one that goes. */
  const onDelete = (title: string): void => {
    const at = rows.findIndex((row) => row.type === 'object' && row.head.id === opened?.id);
    const beside = rows[at + 1]?.type === 'object' ? rows[at + 1] : rows[at - 1];
    if (beside) tree.focus(beside.key);
    focusList();
    tree.deleteOpened(title);
  };

  return (
    <div className="tree nokey" data-opened={opened !== null}>
      <TreeHead file={file} count={heads.length} size={text.length} reading={reading} />
      <TreeBars tree={tree} file={file} onUndone={focusList} />
      {reading === null && (
        <div className="tree-parts">
          <div className="tree-part-list">
            <TreeSearch
              tree={tree}
              shown={matches?.length ?? heads.length}
              total={heads.length}
              onLeave={focusList}
              onTake={() => {
                const first = rows.find((row) => row.type === 'object');
                if (first) tree.open(first.head.id);
              }}
            />
            <TreeList ref={list} tree={tree} rows={rows} />
          </div>
          {opened && (
            <ObjectEditor
              key={opened.id}
              tree={tree}
              opened={opened}
              projectPaste={projectPaste}
              onLeave={focusList}
              onDelete={onDelete}
            />
          )}
        </div>
      )}
    </div>
  );
}
