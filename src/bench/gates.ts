import type { Case } from './cases';
import type { CaseResult, EngineResult, ReaderResult } from './results';

/** One thing that must hold. */
export interface Gate {
  readonly what: string;
  readonly holds: boolean;
}

/** Copied between the threads for one keystroke, at the most. */
const MOST_CLONED = 4096;
/** How many times faster than js-yaml the reader has to be. */
const READER_RATIO = 20;

/** The ratios of an earlier run, by case. */
export type Baseline = ReadonlyMap<string, EngineResult['ratios']>;

/**
 * Answers and counts have to be exact. Ratios may fall to half of what is required, and to half of what the committed
 * baseline has: noise moves them by a few per cent, a mistake by more.
 */
export function gatesOf(
  { ratios: required }: Case,
  { name, engine, dump }: CaseResult,
  baseline: Baseline,
): Gate[] {
  const gates: Gate[] = [];
  const gate = (what: string, holds: boolean): void => void gates.push({ what: `${name}: ${what}`, holds });

  for (const [when, { differing, hash, oracleHash, points }] of [
    ['', engine.check],
    [' after edits', engine.checkAfterEdits],
  ] as const) {
    gate(`${points} answers${when} are the oracle's (${differing} differ)`, hash === oracleHash);
  }
  gate('the picture after edits is that of a fresh session', engine.isIncrementalFresh);
  gate("the stages' picture is the session's", engine.areStagesSession);
  gate("the pairwise way gives the engine's ports", engine.ratios.pairwiseHolds);
  gate('the dump gives the picture of the bare manifests', dump.isSameAnswer);

  for (const { what, most } of engine.keystrokes) {
    gate(`${what}: one document is parsed (${most.documentsParsed})`, most.documentsParsed === 1);
    const built = most.clustersBuilt + most.spacesBuilt + most.scenesBuilt;
    gate(`${what}: no cluster, space or scene is built (${built})`, built === 0);
    // What the page lists of policies changes with their types, and travels as a whole then.
    if (what !== 'a port') continue;
    const cloned = most.clonedBytes;
    gate(`${what}: at most ${MOST_CLONED} bytes are cloned (${cloned})`, cloned <= MOST_CLONED);
  }

  const before = baseline.get(name);
  for (const ratio of ['pairwiseToFull', 'fullToEdit'] as const) {
    const now = engine.ratios[ratio];
    const least = Math.max(required[ratio] ?? 0, before?.[ratio] ?? 0) / 2;
    if (least > 0) gate(`${ratio} is at least ${least} (${now})`, now >= least);
  }
  return gates;
}

export function readerGates({ jsYamlToReader }: ReaderResult): Gate[] {
  const least = READER_RATIO / 2;
  return [
    {
      what: `js-yaml takes at least ${least} times as long as the reader (${jsYamlToReader})`,
      holds: jsYamlToReader >= least,
    },
  ];
}
