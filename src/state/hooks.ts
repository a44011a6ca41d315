import { useStore } from 'zustand';
import { analysisStore, type AnalysisState } from './analysisStore';
import { documentStore, type DocumentState } from './documentStore';
import { viewStore, type ViewState } from './viewStore';

/** A slice of the user's text; the component redraws when the slice changes. */
export const useDocuments = <T>(slice: (state: DocumentState) => T): T => useStore(documentStore, slice);

/** A slice of the engine's answers. */
export const useAnalysis = <T>(slice: (state: AnalysisState) => T): T => useStore(analysisStore, slice);

/** A slice of how the person looks at it. */
export const useView = <T>(slice: (state: ViewState) => T): T => useStore(viewStore, slice);
