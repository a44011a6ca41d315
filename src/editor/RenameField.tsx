import { useRef, useState } from 'react';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import type { FileName } from '../state/hooks';
import { nameFromInput } from './fileNames';

interface Props {
  readonly file: FileName;
  readonly onDone: () => void;
}

/** Stands in for a tab while it is renamed: Enter or leaving keeps the name, Escape the old one. */
export function RenameField({ file, onDone }: Props) {
  const [name, setName] = useState(file.name);
  const done = useRef(false);

  const finish = (keep: boolean): void => {
    // Leaving the field follows Enter and Escape, because it goes away.
    if (done.current) return;
    done.current = true;
    const wanted = nameFromInput(name);
    if (keep && wanted !== null && wanted !== file.name) {
      documentStore.getState().renameFile(file.id, wanted);
    }
    onDone();
  };

  return (
    <div className="editor-tab editor-tab-active">
      <input
        className="editor-rename"
        aria-label={t`New name for ${file.name}`}
        value={name}
        size={Math.max(8, name.length)}
        spellCheck={false}
        autoFocus
        onFocus={({ currentTarget }) => {
          const dot = currentTarget.value.lastIndexOf('.');
          currentTarget.setSelectionRange(0, dot > 0 ? dot : currentTarget.value.length);
        }}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onBlur={() => finish(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(true);
          if (event.key === 'Escape') finish(false);
          event.stopPropagation();
        }}
      />
    </div>
  );
}
