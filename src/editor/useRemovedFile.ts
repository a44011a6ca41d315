import { useState } from 'react';
import type { FileId, SourceFile } from '../engine';
import { documentStore } from '../state/documentStore';
import { useDocuments } from '../state/hooks';

interface RemovedFile {
  readonly file: SourceFile;
  readonly index: number;
  /** The files that stayed: when none of them is open any more, another workspace was opened. */
  readonly beside: readonly FileId[];
  /** The empty file that took the place of the last one. */
  readonly standIn: FileId | null;
}

interface RemovedFileActions {
  /** The file that can be brought back. */
  readonly removed: SourceFile | null;
  readonly remove: (file: FileId) => void;
  readonly restore: () => void;
  readonly forget: () => void;
}

/** Removes files without asking, and remembers the last one that had text in it. */
export function useRemovedFile(): RemovedFileActions {
  const [last, setLast] = useState<RemovedFile | null>(null);
  const restorable = useDocuments(
    ({ files }) => last?.beside.some((id) => files.some((file) => file.id === id)) === true,
  );
  return {
    removed: restorable && last ? last.file : null,
    remove: (id) => {
      const { files, locked, removeFile } = documentStore.getState();
      const index = files.findIndex((file) => file.id === id);
      const file = files[index];
      if (!file || locked.includes(id)) return;
      removeFile(id);
      if (file.text.trim() === '') return;
      const beside = documentStore.getState().files.map((rest) => rest.id);
      setLast({ file, index, beside, standIn: files.length === 1 ? (beside[0] ?? null) : null });
    },
    restore: () => {
      if (last) documentStore.getState().restoreFile(last.file, last.index, last.standIn);
      setLast(null);
    },
    forget: () => {
      setLast(null);
    },
  };
}
