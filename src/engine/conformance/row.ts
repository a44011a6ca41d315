import type { CniProfile } from '../answer';
import type { DiagnosticCode } from '../diagnostic';
import type { Protocol } from '../model/objects';
import type { OracleVerdict, Party } from '../oracle/oracle';

/** One question with its answer. */
export interface Check {
  readonly from: Party;
  readonly to: Party;
  readonly protocol: Protocol;
  readonly port: number;
  readonly verdict: OracleVerdict;
}

/** A problem the text must be told to have, where the API server would tell it. */
export interface ExpectedDiagnostic {
  readonly code: DiagnosticCode;
  readonly path: string;
}

/** One rule of the specification with manifests that show it. */
export interface Row {
  readonly id: RuleId;
  /** The rule in one plain sentence. */
  readonly rule: string;
  /** The page of the Kubernetes documentation or API reference it rests on. */
  readonly source: string;
  readonly manifests: string;
  readonly checks: readonly Check[];
  /** Errors expected; without them the text must decode without any error. */
  readonly diagnostics: readonly ExpectedDiagnostic[];
  readonly cni: CniProfile;
}

/** A rule that says something about time or about what an address is translated to: there is no verdict to check. */
export interface Remark {
  readonly id: RuleId;
  readonly rule: string;
  readonly source: string;
  readonly why: string;
}

/** A row with what most rows have. */
export function row(given: Pick<Row, 'id' | 'rule' | 'source'> & Partial<Row>): Row {
  return { manifests: '', checks: [], diagnostics: [], cni: 'spec', ...given };
}

/** Every numbered statement about NetworkPolicy that a verdict can depend on. */
export const ruleIds = [
  ...(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'] as const),
  ...(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12'] as const),
  ...(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const),
  ...(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'] as const),
  ...(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'] as const),
  ...(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8'] as const),
  ...(['V1', 'V2', 'V3'] as const),
  ...(['E1', 'E1b', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12', 'E13'] as const),
] as const;

/** P policyTypes, L left out or empty, R peers, S selectors, B ipBlocks, N ports, V Services, E edge cases. */
export type RuleId = (typeof ruleIds)[number];
