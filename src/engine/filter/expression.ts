import type { Protocol } from '../model/objects';
import type { Range } from '../source';

/** What a person looks for, as a tree. Offsets of ranges count from the start of what was typed. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  /** Pairs whose source or destination is such an entity. */
  | { readonly kind: 'end'; readonly end: 'source' | 'destination'; readonly of: Expression }
  | Term;

/** One condition. Those about entities hold for a pair when they hold for either of its ends. */
export type Term = EntityTerm | PairTerm;

export type EntityTerm = Ranged &
  (
    | { readonly kind: 'text'; readonly text: string }
    /** named: as `text`, but exactly so where anything is called exactly so. */
    | { readonly kind: 'named' | 'ns' | 'kind'; readonly name: string }
    /** value null: any. */
    | { readonly kind: 'label'; readonly key: string; readonly value: string | null }
  );

export type PairTerm = Ranged &
  (
    | { readonly kind: 'port'; readonly ports: readonly AskedPorts[] }
    /** ports null: of the whole pair. */
    | {
        readonly kind: 'verdict';
        readonly verdict: AskedVerdict;
        readonly ports: readonly AskedPorts[] | null;
      }
    | { readonly kind: 'policy'; readonly name: string }
  );

interface Ranged {
  readonly range: Range;
}

/** protocol null: any of them. name: of a container port, or one everybody knows. */
export type AskedPorts =
  | { readonly protocol: Protocol | null; readonly from: number; readonly to: number }
  | { readonly protocol: Protocol | null; readonly name: string };

/** allowed: by a policy, on every port or on some; partial: on some only. */
export type AskedVerdict = 'blocked' | 'allowed' | 'open' | 'unknown' | 'partial';

/** The verdicts that can be asked for. */
export const askedVerdicts: readonly AskedVerdict[] = ['blocked', 'allowed', 'partial', 'open', 'unknown'];

/** Why a part of what was typed is not understood, or finds nothing; the rest holds without it. */
export interface FilterProblem extends Range {
  readonly code:
    | 'unclosed-quote'
    | 'unclosed-parenthesis'
    | 'unexpected'
    | 'missing-value'
    | 'missing-operand'
    | 'unknown-term'
    | 'unknown-verdict'
    | 'bad-port'
    | 'pair-term-in-end'
    | 'finds-nothing';
  readonly sentence: string;
}

/** Does it ask for pairs, or for entities only? */
export function asksForPairs(expression: Expression): boolean {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.some(asksForPairs);
    case 'not':
      return asksForPairs(expression.part);
    case 'end':
    case 'port':
    case 'verdict':
    case 'policy':
      return true;
    case 'text':
    case 'named':
    case 'ns':
    case 'kind':
    case 'label':
      return false;
  }
}
