import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { FileId } from '../../engine';
import { t } from '../../language/t';
import { keepPaste, treeFiles, undoPaste } from './treeFiles';
import type { Tree } from './treeStore';

interface BarProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly onDismiss: () => void;
}

function Bar({ text, action, onAction, onDismiss }: BarProps) {
  return (
    <div className="editor-bar" role="status">
      <span className="editor-bar-text">{text}</span>
      <button type="button" className="editor-bar-button" onClick={onAction}>
        {action}
      </button>
      <button type="button" className="editor-icon-button" aria-label={t`Dismiss`} onClick={onDismiss}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}

interface Props {
  readonly tree: Tree;
  readonly file: FileId;
  readonly onUndone: () => void;
}

/** Takes back what was just deleted, or the paste that made the file large. */
export function TreeBars({ tree, file, onUndone }: Props) {
  const deleted = useStore(tree.store, (state) => state.deleted);
  const pasted = useStore(treeFiles, (state) => state.pasted?.id === file);
  if (deleted) {
    return (
      <Bar
        text={t`Deleted ${deleted.title}`}
        action={t`Undo`}
        onAction={() => {
          tree.undoDelete();
          onUndone();
        }}
        onDismiss={() => tree.forgetDeleted()}
      />
    );
  }
  if (!pasted) return null;
  return (
    <Bar
      text={t`What was pasted made this file large.`}
      action={t`Undo paste`}
      onAction={undoPaste}
      onDismiss={keepPaste}
    />
  );
}
