import clsx from 'clsx';
import { X } from 'lucide-react';
import type { KeyboardEventHandler } from 'react';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import type { FileName } from '../state/hooks';
import { Name } from '../ui/Name';
import { EDITOR_PANEL, tabId } from './ids';

interface Props {
  readonly file: FileName;
  /** From where on its name differs from its neighbours'. */
  readonly telling: number | undefined;
  readonly active: boolean;
  /** It can be looked at only. */
  readonly locked: boolean;
  readonly onKeyDown: KeyboardEventHandler;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** One file: click shows it, double-click renames it, the cross (or the Delete key) removes it. */
export function FileTab({ file, telling, active, locked, onKeyDown, onRename, onRemove }: Props) {
  return (
    <div className={clsx('editor-tab', active && 'editor-tab-active', locked && 'editor-tab-locked')}>
      <button
        type="button"
        role="tab"
        id={tabId(file.id)}
        className="editor-tab-name"
        aria-label={file.name}
        aria-selected={active}
        aria-controls={EDITOR_PANEL}
        aria-keyshortcuts="F2 Delete"
        tabIndex={active ? 0 : -1}
        title={`${file.name}\n${t`Double-click or F2 to rename`}`}
        onClick={() => documentStore.getState().activateFile(file.id)}
        onDoubleClick={onRename}
        onAuxClick={(event) => {
          if (event.button === 1) onRemove();
        }}
        onKeyDown={onKeyDown}
      >
        <Name name={file.name} telling={telling} />
      </button>
      {!locked && (
        <button
          type="button"
          className="editor-icon-button editor-tab-remove"
          tabIndex={-1}
          aria-label={t`Remove ${file.name}`}
          title={t`Remove ${file.name}`}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
