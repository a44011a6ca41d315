import type { CniProfile } from '../answer';
import type { Expectation } from '../expectations/expectation';
import type { Range } from '../source';
import type { Block } from './markdown';

/** One exercise: a text, files to start from, and what must hold in the end. */
export interface Lesson {
  /** Its name in links and in what is remembered of progress; never changes. */
  readonly id: string;
  readonly title: string;
  /** One line for a list of lessons. */
  readonly summary: string;
  /** Which its words are written in, as in BCP 47. */
  readonly language: string;
  readonly level: LessonLevel;
  /** How long it takes about; null: nobody said. */
  readonly minutes: number | null;
  /** What one learns, in a word or two each. */
  readonly concepts: readonly string[];
  /** Which plugin is chosen when the lesson is opened, and which one its solution is for. */
  readonly cni: { readonly start: CniProfile; readonly solution: CniProfile };
  /** At least one. */
  readonly goals: readonly LessonGoal[];
  /** From gentle to nearly the answer; to be shown one by one. */
  readonly hints: readonly (readonly Block[])[];
  readonly text: readonly Block[];
  /** Shown when the lesson is solved; empty where there is nothing to add. */
  readonly why: readonly Block[];
  /** At least one; those to be edited first. */
  readonly files: readonly LessonFile[];
  /** What may be open although the solution does not open it: it costs no star. */
  readonly tolerated: readonly Expectation[];
}

/** Of a lesson that does not say which it is in. */
export const defaultLanguage = 'en';

export const lessonLevels = ['first steps', 'everyday', 'advanced', 'exam'] as const;
export type LessonLevel = (typeof lessonLevels)[number];

export interface LessonGoal {
  readonly expectation: Expectation;
  /** What must hold, in words. */
  readonly sentence: string;
  /** Where it is written, from the start of the lesson. */
  readonly range: Range;
}

export interface LessonFile {
  readonly name: string;
  /** Not to be edited. */
  readonly isReadOnly: boolean;
  /** What it holds at first. */
  readonly start: string;
  /** What it holds in the solution; null: the same as at first. */
  readonly solution: string | null;
  /** Offsets in the lesson at which the two texts begin; null: that text is not written. */
  readonly at: { readonly start: number | null; readonly solution: number | null };
}

/** A problem of a lesson. Offsets count from its start, line and column from 1. */
export interface LessonProblem {
  /** error: it cannot be used. warning: it can, but somebody should look. */
  readonly severity: 'error' | 'warning';
  readonly code: LessonCode;
  /** One sentence. */
  readonly message: string;
  readonly range: Range;
  readonly line: number;
  readonly column: number;
}

/** Closed set: a code never changes its meaning. Tests assert codes, never wording. */
export type LessonCode =
  | 'front-matter' // there is none, or it does not end
  | 'yaml' // the front matter is no YAML, or no map
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type' // a number where a text belongs, …
  | 'bad-value' // a level there is not, an id with blanks, …
  | 'goal' // it is no expectation
  | 'block' // a fenced block that is meant as a file and cannot be one
  | 'no-text' // nothing to read
  | 'no-solution' // nobody can see whether it can be solved
  | 'manifest' // an error in the solution, or in what may not be edited
  | 'goal-unclear' // a goal is about nobody, or about several
  | 'start-solved' // nothing is left to do
  | 'solution-misses'; // the solution does not reach a goal

/** A lesson, if it can be used, and everything that is wrong with it. */
export interface ReadLesson {
  /** Null: there are errors. */
  readonly lesson: Lesson | null;
  /** In the order of the text. */
  readonly problems: readonly LessonProblem[];
}

/** What a workspace holds against a lesson. */
export interface LessonResult {
  /** As many as the lesson has, in its order. */
  readonly goals: readonly GoalResult[];
  /** Errors in the newest text: as long as there are any nothing is solved. */
  readonly errors: number;
  /** The first star. */
  readonly isSolved: boolean;
  /** The second star, if it is solved; null: the lesson has no solution to compare with. */
  readonly least: LeastPrivilege | null;
}

export interface GoalResult {
  /** cannot-say: nothing breaks it for certain, but the manifests do not decide it whole. */
  readonly status: 'met' | 'missed' | 'cannot-say';
  readonly want: 'allow' | 'block';
  readonly sentence: string;
  /** What became of it: `1 of 3 pairs breaks it.` */
  readonly outcome: string;
  readonly pairs: number;
  readonly broken: number;
  readonly undecided: number;
  /** The first of the pairs that break it, or that nothing decides. */
  readonly offenders: readonly OffendingPair[];
}

interface OffendingPair extends ExtraPair {
  readonly isCertain: boolean;
  /** Why, in one sentence; empty for all but the first few. */
  readonly reason: string;
}

/** What is open beyond the solution. The outside counts as one end. */
export interface LeastPrivilege {
  /** cannot-say: nothing more is open for certain, but something may be. */
  readonly status: 'kept' | 'exceeded' | 'cannot-say';
  /** `You also opened 3 other pairs.` */
  readonly sentence: string;
  /** Pairs between which something passes, and nothing in the solution. */
  readonly pairs: number;
  /** Pairs between which more ports pass than in the solution. */
  readonly wider: number;
  /** Pairs between which more may pass; nothing decides it. */
  readonly undecided: number;
  /** The first of all these, the certain ones first; at most EXTRA_PAIRS. */
  readonly rows: readonly ExtraPair[];
}

export const EXTRA_PAIRS = 20;

interface ExtraPair {
  readonly source: EndName;
  readonly destination: EndName;
  /** Those that should not pass, or that should and do not. */
  readonly ports: string;
}

interface EndName {
  readonly id: string;
  readonly name: string;
  /** Null: outside the cluster. */
  readonly namespace: string | null;
}
