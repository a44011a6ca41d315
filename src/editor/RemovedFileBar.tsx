import { X } from 'lucide-react';
import { t } from '../language/t';

interface Props {
  readonly name: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says which file was removed and brings it back. */
export function RemovedFileBar({ name, onUndo, onDismiss }: Props) {
  return (
    <div className="editor-bar" role="status">
      <span className="editor-bar-text">{t`Removed ${name}`}</span>
      <button type="button" className="editor-bar-button" onClick={onUndo}>
        {t`Undo`}
      </button>
      <button type="button" className="editor-icon-button" aria-label={t`Dismiss`} onClick={onDismiss}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
