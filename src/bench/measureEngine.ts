import { Session, type CniProfile } from '../engine';
import { SEED, type Case } from './cases';
import { repeated, rounded, timed } from './clock';
import { newLabelKeys, newPods, newTeams, typedPorts, typedTypes } from './edits';
import { generate, type Generated } from './generate';
import { inhabitantsOf } from './inhabitants';
import { measureFull } from './measureFull';
import { countKeystrokes, measureKeystrokes } from './measureKeystrokes';
import { queriesPerSecond } from './measureQueries';
import { measureRatios } from './measureRatios';
import { pictureHash } from './pictureHash';
import { checkPoints, pointsOf, type Check } from './points';
import type { EngineResult } from './results';
import { becomeReady, drawAll } from './stages';

/** Most milliseconds for repeating one thing. */
const PATIENCE = 2000;
const KEYSTROKES = 100;
const STRUCTURAL = 15;
const POINTS_AFTER_EDITS = 4000;

/** Everything about one case but dumps. Has to be the first thing its process evaluates. */
export function measureEngine({ size }: Case): EngineResult {
  const files = generate(size, SEED);
  const texts = [files.policies, files.cluster];
  const session = new Session();
  const cold = timed(() => session.analyze(texts, 'spec'));
  const warm = repeated(3, PATIENCE, () => void new Session().analyze(texts, 'spec'));

  const inhabitants = inhabitantsOf(files);
  const ready = becomeReady(inhabitants);
  const drawn = drawAll(ready);
  const plugins: readonly CniProfile[] = ['cilium', 'spec'];
  const cniSwitch = repeated(4, PATIENCE, (round) => {
    session.analyze(texts, plugins[round % 2] ?? 'spec');
  });
  session.analyze(texts, 'spec');

  const keystrokes = [() => typedPorts(SEED), () => typedTypes(SEED)].map((typing) =>
    measureKeystrokes(files, typing, KEYSTROKES),
  );
  const structural = [() => newLabelKeys(SEED), () => newPods(size), () => newTeams(SEED)].map((typing) =>
    measureKeystrokes(files, typing, STRUCTURAL),
  );
  return {
    megabytes: rounded(texts.reduce((sum, { text }) => sum + text.length, 0) / 1e6),
    classes: ready.space.classes.length,
    cards: cold.result.topology.entities.length,
    first: { cold: rounded(cold.ms), warm },
    full: measureFull(inhabitants, PATIENCE),
    cniSwitch,
    keystrokes: keystrokes.map(({ result }) => result),
    structural: structural.map(({ result }) => result),
    queriesPerSecond: queriesPerSecond(session, inhabitants, SEED),
    check: checkPoints(ready, inhabitants, pointsOf(inhabitants.pods.length, SEED)),
    checkAfterEdits: checkEdited(files),
    isIncrementalFresh: [...keystrokes, ...structural].every(({ isFresh }) => isFresh),
    areStagesSession: pictureHash(drawn.picture) === pictureHash(cold.result.picture),
    ratios: measureRatios(files, inhabitants),
  };
}

/** What a session says after edits, against the oracle on the text as it is then. */
function checkEdited(files: Generated): Check {
  const { session, files: now } = countKeystrokes(files, typedTypes(SEED), 25);
  const inhabitants = inhabitantsOf(now);
  const state = session.evaluation;
  if (!state) throw new TypeError('a session that has analyzed nothing');
  return checkPoints(state, inhabitants, pointsOf(inhabitants.pods.length, SEED + 2, POINTS_AFTER_EDITS));
}
