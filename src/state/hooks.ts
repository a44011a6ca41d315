import { useStore } from 'zustand';
import type { SourceFile } from '../engine';
import { analysisStore, type AnalysisState } from './analysisStore';
import { documentStore, type DocumentState } from './documentStore';
import { viewStore, type ViewState } from './viewStore';

/** A slice of the user's text; the component redraws when the slice changes. */
export const useDocuments = <T>(slice: (state: DocumentState) => T): T => useStore(documentStore, slice);

/** A file without its text. */
export type FileName = Pick<SourceFile, 'id' | 'name'>;

let names: readonly FileName[] = [];

/** The same list until a file comes, goes or gets another name: nobody who shows names is drawn again for a keystroke. */
function fileNames({ files }: DocumentState): readonly FileName[] {
  const isSame =
    files.length === names.length &&
    files.every(({ id, name }, index) => names[index]?.id === id && names[index].name === name);
  if (!isSame) names = files.map(({ id, name }) => ({ id, name }));
  return names;
}

export const useFileNames = (): readonly FileName[] => useDocuments(fileNames);

/** A slice of the engine's answers. */
export const useAnalysis = <T>(slice: (state: AnalysisState) => T): T => useStore(analysisStore, slice);

/** A slice of how the person looks at it. */
export const useView = <T>(slice: (state: ViewState) => T): T => useStore(viewStore, slice);
