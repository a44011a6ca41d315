import type {
  Answer,
  CniProfile,
  EntityExplanation,
  EntityId,
  FileId,
  PairExplanation,
  SourceFile,
  Topology,
} from '../engine';

/** What the page asks of the worker. Each message carries the revision of the user's text it belongs to. */
export type Request = AnalyzeRequest | ExplainPairRequest | ExplainEntityRequest;

export interface AnalyzeRequest {
  readonly type: 'analyze';
  readonly revision: number;
  /** Files whose text or name changed since the last request (all of them after a start). */
  readonly changed: readonly SourceFile[];
  /** Every open file, in tab order. */
  readonly order: readonly FileId[];
  readonly cni: CniProfile;
  /** Changes when the text did so by more than typing. */
  readonly leap: number;
  /** Topology the page already has; it is not sent again. */
  readonly knownTopology: string | null;
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

/** What the worker answers. */
export type Response =
  | { readonly type: 'ready' }
  | ({ readonly type: 'analysis'; readonly revision: number } & AnalysisMessage)
  | { readonly type: 'pair'; readonly revision: number; readonly explanation: PairExplanation | null }
  | { readonly type: 'entity'; readonly revision: number; readonly explanation: EntityExplanation | null }
  | { readonly type: 'failed'; readonly revision: number; readonly message: string };

/** An Answer whose topology is left out when the page has it. */
export interface AnalysisMessage {
  readonly answer: Omit<Answer, 'topology'>;
  readonly topology: Topology | null;
  readonly topologyId: string;
}
