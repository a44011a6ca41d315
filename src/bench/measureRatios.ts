import { Session } from '../engine';
import { judge } from '../engine/evaluate/pair';
import { SEED } from './cases';
import { timed } from './clock';
import { edited, typedPorts } from './edits';
import { random, type Generated } from './generate';
import type { Inhabitants } from './inhabitants';
import { ratioOf, type Way } from './interleave';
import { admits, Pairwise } from './pairwise';
import type { EngineResult } from './results';
import { becomeReady, drawAll, type Ready } from './stages';

const ROUNDS = 6;
/** Texts that follow from each other by one keystroke, typed forth and back. */
const TEXTS = 200;
/** A run of the pairwise way takes about this long. */
const SAMPLE_MS = 150;
const CHECKED = 2000;

/** How the engine's ways compare to the obvious one and to each other, in CPU time. */
export function measureRatios(files: Generated, inhabitants: Inhabitants): EngineResult['ratios'] {
  const full: Way = { run: () => void drawAll(becomeReady(inhabitants)), scale: 1 };
  const pairwise = new Pairwise(inhabitants);
  const sources = sampleOf(pairwise, inhabitants.pods.length);
  const obvious: Way = {
    run: () => {
      for (const source of sources) pairwise.ofSource(source);
    },
    scale: inhabitants.pods.length / sources.length,
  };
  return {
    pairwiseToFull: ratioOf(obvious, full, ROUNDS),
    pairwiseSources: sources.length,
    pairwiseHolds: agrees(pairwise, becomeReady(inhabitants), inhabitants),
    fullToEdit: ratioOf(full, editing(files), ROUNDS),
  };
}

function editing(files: Generated): Way {
  const session = new Session();
  const typing = typedPorts(SEED);
  let now = files;
  session.analyze([now.policies, now.cluster], 'spec');
  // The texts are made before: that is the editor's work.
  const texts = Array.from({ length: TEXTS }, (_, round) => (now = edited(now, typing.next(now, round))));
  let at = 0;
  return {
    run: () => {
      const text = texts[at < TEXTS ? at : 2 * TEXTS - 1 - at] ?? now;
      at = (at + 1) % (2 * TEXTS);
      session.analyze([text.policies, text.cluster], 'spec');
    },
    scale: 1,
  };
}

/** As many sources, spread over all, as can be looked at in a moment. */
function sampleOf(pairwise: Pairwise, pods: number): readonly number[] {
  const below = random(SEED);
  let once = Infinity;
  for (let warm = 0; warm < 3; warm++) once = Math.min(once, timed(() => pairwise.ofSource(below(pods))).ms);
  const count = Math.max(2, Math.min(pods, Math.round(SAMPLE_MS / once)));
  return Array.from({ length: count }, (_, index) => Math.floor((index * pods) / count));
}

/** The obvious way and the engine give random pairs the same ports. */
function agrees(pairwise: Pairwise, { space, sets, rows }: Ready, { pods }: Inhabitants): boolean {
  const below = random(SEED + 1);
  const places = new Map(space.cluster.pods.map(({ namespace, name }, at) => [`${namespace}/${name}`, at]));
  return Array.from({ length: CHECKED }).every(() => {
    const [from, to] = [pods[below(pods.length)], pods[below(pods.length)]];
    if (!from || !to || from === to) return true;
    const end = (pod: typeof from): Parameters<typeof judge>[3] => {
      const index = places.get(`${pod.namespace}/${pod.name}`) ?? -1;
      return { classes: [space.classOfPod[index] ?? -1], pods: [index] };
    };
    const port = 8000 + below(5);
    const { definite } = judge(space, sets, rows, end(from), end(to));
    return sets.has(definite, 'TCP', port) === admits(pairwise.pair(from, to), to, 'TCP', port);
  });
}
