import type {
  Answer,
  Attempt,
  AttemptResult,
  CniProfile,
  EntityExplanation,
  EntityId,
  FileId,
  FoldExplanation,
  PairExplanation,
  PolicySummary,
  Suggestion,
  View,
} from '../engine';
import type { TextEdit } from './textEdit';

/** What the page asks of the worker. Each message carries the revision of the user's text it belongs to. */
export type Request = AnalyzeRequest | ExplainPairRequest | ExplainEntityRequest | AskRequest;

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
  | { readonly kind: 'suggest'; readonly text: string };

/** What each kind of question is answered with. */
export interface Told {
  readonly attempt: AttemptResult | null;
  readonly suggest: readonly Suggestion[];
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
