import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CniProfile, LessonProblem, LessonResult } from '../engine';
import type { Workspace } from '../state/documentStore';
import type { LessonEntry } from './entry';
import { readProgress, writeProgress, type Progress } from './progress';
import type { Step } from './steps';

/** A file that is no lesson one can open, and why. */
export interface RefusedLesson {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly LessonProblem[];
}

/** What the student had written before something else took its place. */
export interface Mine {
  readonly workspace: Workspace;
  readonly cni: CniProfile;
}

export interface LessonState {
  readonly page: 'catalogue' | 'lesson' | 'authoring';
  /** Those that came with the page; null: not read yet. */
  readonly catalogue: readonly LessonEntry[] | null;
  /** Those somebody brought along. */
  readonly own: readonly LessonEntry[];
  /** The lesson the workspace belongs to. */
  readonly open: LessonEntry | null;
  /** What the workspace is against it; null: not known yet. */
  readonly result: LessonResult | null;
  /** What the newest edit did to the goals, in a sentence. */
  readonly news: string;
  readonly step: Step;
  readonly mine: Mine | null;
  readonly refused: RefusedLesson | null;
  readonly progress: Progress;
}

export const lessonStore = createStore<LessonState>()(() => ({
  page: 'catalogue',
  catalogue: null,
  own: [],
  open: null,
  result: null,
  news: '',
  step: 'text',
  mine: null,
  refused: null,
  progress: readProgress(),
}));

/** A slice of the lessons' state. */
export const useLessons = <T>(slice: (state: LessonState) => T): T => useStore(lessonStore, slice);

/** Changes what is remembered, here and in the browser. */
export function remember(change: Partial<Progress>): void {
  const progress = { ...lessonStore.getState().progress, ...change };
  lessonStore.setState({ progress });
  writeProgress(progress);
}

/** How many hints of the open lesson were shown, and whether its solution was. */
export function shownOf({ open, progress: { last } }: Pick<LessonState, 'open' | 'progress'>): {
  readonly hints: number;
  readonly isSolutionShown: boolean;
} {
  return open !== null && last?.key === open.key ? last : { hints: 0, isSolutionShown: false };
}
