import { X } from 'lucide-react';

interface Props {
  readonly name: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says which file was removed and brings it back. */
export function RemovedFileBar({ name, onUndo, onDismiss }: Props) {
  return (
    <div className="editor-bar" role="status">
      <span className="editor-bar-text">Removed {name}</span>
      <button type="button" className="editor-bar-button" onClick={onUndo}>
        Undo
      </button>
      <button type="button" className="editor-icon-button" aria-label="Dismiss" onClick={onDismiss}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
