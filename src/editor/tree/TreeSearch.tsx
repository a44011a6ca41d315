import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { n, t } from '../../language/t';
import { objectWords } from './kinds';
import type { Tree } from './treeStore';

interface Props {
  readonly tree: Tree;
  readonly shown: number;
  readonly total: number;
  /** Goes on to the list. */
  readonly onLeave: () => void;
  /** Opens what was found first. */
  readonly onTake: () => void;
}

/** Filters the tree by words, and says how much of it is left. */
export function TreeSearch({ tree, shown, total, onLeave, onTake }: Props) {
  const query = useStore(tree.store, (state) => state.query);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && query !== '') tree.search('');
    else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Enter' && query !== '') onTake();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="tree-search">
      <div className="tree-search-field">
        <Search size={14} aria-hidden />
        <input
          type="text"
          role="searchbox"
          aria-label={t`Search objects`}
          placeholder={t`Kind, namespace, name, label, key=value`}
          value={query}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={({ currentTarget }) => tree.search(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <button
            type="button"
            className="editor-icon-button"
            aria-label={t`Clear the search`}
            onClick={() => tree.search('')}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <p className="tree-count" role="status">
        {query.trim() === ''
          ? objectWords(total)
          : n(total)`Showing ${shown} of ${total} object|Showing ${shown} of ${total} objects`}
      </p>
    </div>
  );
}
