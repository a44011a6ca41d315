import type {
  Allowance,
  Answer,
  Attempt,
  AttemptResult,
  Baseline,
  CniDifferences,
  CniProfile,
  Comparison,
  Coverage,
  EntityExplanation,
  EntityId,
  ExpectationDraft,
  ExpectationResult,
  FileId,
  Findings,
  FilterHint,
  FilterResult,
  FoldExplanation,
  LessonDraft,
  LessonResult,
  Misread,
  PairExplanation,
  PinReceipt,
  PlaceExplanation,
  PolicySummary,
  ReadLesson,
  Suggestion,
  View,
  Waypoint,
} from '../engine';
import type { Language } from '../language/t';
import type { TextEdit } from './textEdit';

/** What the page asks of the worker. Each message carries the revision of the user's text it belongs to. */
export type Request = ServedRequest | SpeakRequest | ReadAheadRequest;

/** What has an answer. */
export type ServedRequest = AnalyzeRequest | ExplainPairRequest | ExplainEntityRequest | AskRequest;

/** The first one where the language is not English: what the engine says, it says in that. */
export interface SpeakRequest {
  readonly type: 'speak';
  readonly language: Language;
}

/**
 * Documents of files that will come, each as it will stand there, as UTF-8 that is handed over; null: all have come, or
 * none will.
 */
export interface ReadAheadRequest {
  readonly type: 'readAhead';
  readonly utf8: ArrayBuffer | null;
}

export interface AnalyzeRequest {
  readonly type: 'analyze';
  readonly revision: number;
  /** Files whose text or name changed since the last request (all of them after a start). */
  readonly changed: readonly FileChange[];
  /** Every open file, in tab order. */
  readonly order: readonly FileId[];
  readonly cni: CniProfile;
  /** Changes when the text did so by more than typing. */
  readonly leap: number;
  readonly view: View;
}

export interface FileChange {
  readonly id: FileId;
  readonly name: string;
  /** The whole text, or what became of the text the worker has. */
  readonly change: { readonly text: string } | TextEdit;
}

export interface ExplainPairRequest {
  readonly type: 'explainPair';
  /** Of the answer that is drawn. */
  readonly revision: number;
  readonly source: EntityId;
  readonly destination: EntityId;
}

export interface ExplainEntityRequest {
  readonly type: 'explainEntity';
  readonly revision: number;
  readonly entity: EntityId;
}

/** Anything else somebody wants to know of the answer that is drawn. */
export interface AskRequest {
  readonly type: 'ask';
  readonly revision: number;
  /** Finds the answer. */
  readonly id: number;
  readonly question: Question;
}

export type Question =
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'suggest'; readonly text: string }
  /** Of the newest text. It may take long, and is given up when something newer is asked. */
  | { readonly kind: 'findings' }
  /** Keeps a state to compare others with, in place of the one kept before. */
  | { readonly kind: 'pinBaseline'; readonly baseline: Baseline }
  | { readonly kind: 'dropBaseline' }
  /** What is drawn against the baseline of this id. */
  | { readonly kind: 'comparison'; readonly baseline: number }
  | { readonly kind: 'coverage' }
  /** Ids of the workloads with a pod that no policy selects; of the whole cluster where the namespace is null. */
  | { readonly kind: 'unselected'; readonly namespace: string | null }
  /** The user's expectations, or, where a text is given, those of it alone. */
  | { readonly kind: 'expectations'; readonly text: string | null }
  /** What holds between two entities, as an expectation. */
  | { readonly kind: 'expect'; readonly source: EntityId; readonly destination: EntityId }
  /** What can be written for a blocked pair to pass. It may take long. */
  | { readonly kind: 'allow'; readonly source: EntityId; readonly destination: EntityId }
  /** What of the cards that are drawn a filter finds. */
  | { readonly kind: 'filter'; readonly text: string }
  /** What may be meant by what is typed into a filter. */
  | { readonly kind: 'filterHints'; readonly text: string; readonly caret: number }
  | { readonly kind: 'waypoints' }
  /** What stands at an offset of a file of the newest text. */
  | { readonly kind: 'atPlace'; readonly file: FileId; readonly offset: number }
  | { readonly kind: 'cniDifferences' }
  /** What is drawn against a lesson, given as it is written. */
  | { readonly kind: 'lesson'; readonly text: string }
  /** What some texts are as lessons. */
  | { readonly kind: 'readLessons'; readonly texts: readonly string[] }
  /** The same of one, whose start and solution are tried as well. */
  | { readonly kind: 'proveLesson'; readonly text: string }
  /** A lesson written out, and what it is then. */
  | { readonly kind: 'writeLesson'; readonly draft: LessonDraft };

/** What each kind of question is answered with. */
export interface Told {
  readonly attempt: AttemptResult | Misread;
  readonly suggest: readonly Suggestion[];
  /** With the revision of the text they are of. */
  readonly findings: Findings & { readonly revision: number };
  readonly pinBaseline: PinReceipt;
  readonly dropBaseline: true;
  /** `not-pinned`: the worker was started anew since; the baseline has to be pinned again. */
  readonly comparison: Comparison | 'not-pinned';
  readonly coverage: Coverage;
  readonly unselected: readonly EntityId[];
  readonly expectations: readonly ExpectationResult[];
  /** Null inside: nothing that can be kept. */
  readonly expect: { readonly draft: ExpectationDraft | null };
  /** With the revision of the text its edits are for. */
  readonly allow: Allowance & { readonly revision: number };
  readonly filter: FilterResult;
  readonly filterHints: readonly FilterHint[];
  readonly waypoints: readonly Waypoint[];
  /** Null: nothing of a policy. */
  readonly atPlace: PlaceExplanation | null;
  readonly cniDifferences: CniDifferences;
  /** Null inside: the text is no lesson that can be used. */
  readonly lesson: { readonly result: LessonResult | null };
  readonly readLessons: readonly ReadLesson[];
  readonly proveLesson: ReadLesson;
  readonly writeLesson: { readonly text: string; readonly read: ReadLesson };
}

/** What the worker answers. */
export type Response =
  | { readonly type: 'ready' }
  | AnalysisResponse
  | {
      readonly type: 'pair';
      readonly revision: number;
      readonly explanation: PairExplanation | FoldExplanation | null;
    }
  | { readonly type: 'entity'; readonly revision: number; readonly explanation: EntityExplanation | null }
  | { readonly type: 'told'; readonly id: number; readonly told: Partial<Told> }
  | { readonly type: 'failed'; readonly revision: number; readonly message: string };

export interface AnalysisResponse {
  readonly type: 'analysis';
  readonly revision: number;
  readonly answer: AnswerMessage;
}

/** Parts of an answer that mostly stay as they are. */
export type LastingParts = Pick<Answer, 'diagnostics' | 'receipt' | 'topology' | 'policies'>;

/** An Answer without those lasting parts that the page has already. */
export type AnswerMessage = Omit<Answer, keyof LastingParts> &
  Partial<LastingParts> & {
    /** In place of all policies: those that say something else than before, with their position in the list. */
    readonly changedPolicies?: readonly (readonly [index: number, policy: PolicySummary])[];
  };
