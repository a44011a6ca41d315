import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { FileId } from '../engine';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { useDocuments, useFileNames } from '../state/hooks';
import { tellingOf } from '../ui/cutName';
import { FileTab } from './FileTab';
import { NEW_FILE_NAME } from './fileNames';
import { tabId } from './ids';
import { RenameField } from './RenameField';

interface Props {
  readonly onRemove: (file: FileId) => void;
}

/** Puts the focus on the active tab once it is drawn. */
const focusActiveTab = (): void => {
  requestAnimationFrame(() => {
    document.getElementById(tabId(documentStore.getState().activeFile))?.focus();
  });
};

/** Arrow keys, Home and End go from tab to tab; F2 renames, Delete removes. */
export function FileTabs({ onRemove }: Props) {
  const files = useFileNames();
  const activeFile = useDocuments((state) => state.activeFile);
  const locked = useDocuments((state) => state.locked);
  const [renaming, setRenaming] = useState<FileId | null>(null);
  const tellings = useMemo(() => tellingOf(files, () => ''), [files]);
  useEffect(() => {
    document
      .getElementById(tabId(activeFile))
      ?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeFile]);

  const activate = (file: FileId | undefined): void => {
    if (file === undefined) return;
    documentStore.getState().activateFile(file);
    focusActiveTab();
  };

  const rename = (file: FileId): void => {
    if (!locked.includes(file)) setRenaming(file);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = files.findIndex(({ id }) => id === activeFile);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowRight: () => activate(files[(index + 1) % files.length]?.id),
      ArrowLeft: () => activate(files.at(index - 1)?.id),
      Home: () => activate(files[0]?.id),
      End: () => activate(files.at(-1)?.id),
      F2: () => rename(activeFile),
      Delete: () => {
        onRemove(activeFile);
        focusActiveTab();
      },
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };

  return (
    <div className="editor-tabs">
      {/* Owns the tabs without containing them: beside each stands its remove button, which a tablist must not have. */}
      <div
        role="tablist"
        aria-label={t`Files`}
        aria-owns={files
          .filter(({ id }) => id !== renaming)
          .map(({ id }) => tabId(id))
          .join(' ')}
      />
      {files.map((file, index) =>
        file.id === renaming ? (
          <RenameField
            key={file.id}
            file={file}
            onDone={() => {
              setRenaming(null);
              focusActiveTab();
            }}
          />
        ) : (
          <FileTab
            key={file.id}
            file={file}
            telling={tellings[index]}
            active={file.id === activeFile}
            locked={locked.includes(file.id)}
            onKeyDown={onKeyDown}
            onRename={() => rename(file.id)}
            onRemove={() => onRemove(file.id)}
          />
        ),
      )}
      <button
        type="button"
        className="editor-icon-button editor-add"
        aria-label={t`Add a file`}
        title={t`Add a file`}
        onClick={() => documentStore.getState().addFile(NEW_FILE_NAME, '')}
      >
        <Plus size={16} aria-hidden />
      </button>
    </div>
  );
}
