import { createStore } from 'zustand/vanilla';
import type { EntityExplanation, FoldExplanation, PairExplanation } from '../engine';
import type { Analysis } from '../worker/analysis';

export type { Analysis } from '../worker/analysis';

/** The engine's answers. Written by connectEngine only. */
export interface AnalysisState {
  readonly engine: 'starting' | 'ready' | 'restarting' | 'failed';
  /** The newest answer: squiggles, problems and receipt come from it. Null before the first one. */
  readonly analysis: Analysis | null;
  /** The newest answer that may be drawn (see Answer.drawable): the picture comes from it. */
  readonly drawn: Analysis | null;
  /** For the selection; null while nothing is selected or the answer is on its way. */
  readonly pair: PairExplanation | FoldExplanation | null;
  readonly entity: EntityExplanation | null;
  /** The engine knows nothing of what is selected: it was deleted from the text. */
  readonly isSelectionGone: boolean;

  receive(this: void, analysis: Analysis): void;
  receivePair(this: void, pair: PairExplanation | FoldExplanation | null): void;
  receiveEntity(this: void, entity: EntityExplanation | null): void;
  /** Nothing is selected any more, or something else whose explanation is on its way. */
  forgetSelection(this: void): void;
  setEngine(this: void, engine: AnalysisState['engine']): void;
}

export const analysisStore = createStore<AnalysisState>()((set) => ({
  engine: 'starting',
  analysis: null,
  drawn: null,
  pair: null,
  entity: null,
  isSelectionGone: false,

  receive: (analysis) => {
    set((state) => {
      // The one place where a late answer is dropped.
      if (state.analysis && analysis.revision < state.analysis.revision) return state;
      return { analysis, drawn: drawnFrom(analysis, state.drawn) };
    });
  },
  receivePair: (pair) => {
    set({ pair, entity: null, isSelectionGone: pair === null });
  },
  receiveEntity: (entity) => {
    set({ entity, pair: null, isSelectionGone: entity === null });
  },
  forgetSelection: () => {
    set({ pair: null, entity: null, isSelectionGone: false });
  },
  setEngine: (engine) => {
    set({ engine });
  },
}));

/** While the text is not drawable, the picture of the answer drawn before goes on: perhaps in another view or plugin. */
function drawnFrom(analysis: Analysis, before: Analysis | null): Analysis {
  if (analysis.drawable || before === null) return analysis;
  const { topology, picture, cni } = analysis;
  const isSame = topology === before.topology && cni === before.cni;
  return isSame ? before : { ...before, topology, picture, cni };
}

/** True while the picture is older than the text: it is drawn dimmed. */
export function isPictureOld({ analysis, drawn }: AnalysisState): boolean {
  return analysis !== null && analysis !== drawn && drawn !== null;
}
