import { plainView, type CniProfile, type Topology } from '../answer';
import type { PlacedDiagnostic } from '../diagnostic';
import { decodeRegular } from '../model/decodeRegular';
import { parseDocument } from '../parse/parseDocument';
import { Pipeline, type Evaluation } from '../pipeline';
import type { SourceFile } from '../source';
import { comparing } from './compare';
import type { Comparison } from './comparison';

/** A state to compare with. */
export interface Baseline {
  /** Another for each pin. */
  readonly id: number;
  readonly files: readonly SourceFile[];
  readonly cni: CniProfile;
}

/** What was found in a baseline. */
export interface PinReceipt {
  readonly errors: number;
  readonly workloads: number;
  readonly policies: number;
}

/** A text with what came of it. */
export interface EvaluatedText extends Pick<Baseline, 'files' | 'cni'> {
  readonly evaluation: Evaluation;
  readonly diagnostics: readonly PlacedDiagnostic[];
}

/** Rows of each kind that are told. */
const ROWS = 300;

/** Of a baseline no picture is shown. */
const cheapestView = { ...plainView, level: 'namespaces', folded: ['outside'] } as const;

/** The state that others are compared with, evaluated; at most one. */
export class PinnedBaseline {
  #pinned: { readonly id: number; readonly evaluation: Evaluation } | null = null;

  /** Evaluates a text, or takes over what is drawn when that was made of the same. */
  pin({ id, files, cni }: Baseline, drawn: EvaluatedText | null): PinReceipt {
    const isDrawn = drawn?.cni === cni && isSameText(drawn.files, files);
    const { evaluation, diagnostics } = isDrawn ? drawn : evaluated(files, cni);
    this.#pinned = evaluation && { id, evaluation };
    return {
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
      workloads: evaluation?.space.cluster.workloads.length ?? 0,
      policies: evaluation?.book.policies.length ?? 0,
    };
  }

  drop(): void {
    this.#pinned = null;
  }

  /** Of what is pinned; null: nothing is. */
  get id(): number | null {
    return this.#pinned?.id ?? null;
  }

  /** A state held against the baseline, in small steps; null: there is none. */
  compare(state: Evaluation, topology: Topology | null): Generator<undefined, Comparison> | null {
    return this.#pinned && comparing(this.#pinned.evaluation, state, { rows: ROWS, topology });
  }
}

/** What a text comes to, without a picture. */
export function evaluated(
  files: readonly SourceFile[],
  cni: CniProfile,
): { readonly evaluation: Evaluation | null; readonly diagnostics: readonly PlacedDiagnostic[] } {
  const pipeline = new Pipeline();
  pipeline.readRegular = decodeRegular;
  pipeline.parse = parseDocument;
  const { diagnostics } = pipeline.analyze(files, cni, 0, cheapestView);
  return { evaluation: pipeline.drawn, diagnostics };
}

function isSameText(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ name, text }, index) => name === b[index]?.name && text === b[index].text)
  );
}
