import type { Topology } from '../engine';
import type { Stroke } from './background/strokes';
import type { PairCounts } from './picture/edgesToDraw';
import type { Flow } from './picture/looks';

/** What the picture shows now, for whoever draws it once more: on paper. */
export interface ShownFlow {
  readonly flow: Flow;
  readonly background: readonly Stroke[];
  readonly topology: Topology;
  readonly counts: PairCounts;
  readonly onMap: boolean;
}

let shown: ShownFlow | null = null;

/** Remembers what was drawn last; null: the picture is not there. */
export function rememberFlow(flow: ShownFlow | null): void {
  shown = flow;
}

export const shownFlow = (): ShownFlow | null => shown;
