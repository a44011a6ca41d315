import { Session, type Counters } from '../engine';
import { spreadOf } from './clock';
import { edited, type Typing } from './edits';
import type { Generated } from './generate';
import { pictureHash } from './pictureHash';
import type { KeystrokeResult } from './results';
import { Workspace } from './workspace';

interface Typed {
  readonly result: KeystrokeResult;
  /** The picture that was kept up to date is the one a fresh session makes of the text at the end. */
  readonly isFresh: boolean;
}

/** Types into a workspace and times the answers; the exact counts come from a second pass. */
export function measureKeystrokes(files: Generated, typing: () => Typing, rounds: number): Typed {
  const workspace = new Workspace(files);
  const timing = typing();
  const times: number[] = [];
  let clonedBytes = 0;
  for (let round = 0; round < rounds; round++) {
    const answered = workspace.type(timing.next(workspace.files, round));
    times.push(answered.ms);
    clonedBytes = Math.max(clonedBytes, answered.clonedBytes);
  }
  const { most } = countKeystrokes(files, typing(), Math.min(rounds, 25));
  const { policies, cluster } = workspace.files;
  const fresh = new Session().analyze([policies, cluster], 'spec');
  return {
    result: {
      what: timing.name,
      time: spreadOf(times.slice(Math.ceil(rounds / 5))),
      most: { ...most, clonedBytes },
    },
    isFresh: pictureHash(workspace.picture) === pictureHash(fresh.picture),
  };
}

/** The exact costs of the dearest of some keystrokes, and what there is at the end. */
export function countKeystrokes(
  files: Generated,
  typing: Typing,
  rounds: number,
): { readonly most: Counters; readonly session: Session; readonly files: Generated } {
  const session = new Session();
  let now = files;
  session.analyze([now.policies, now.cluster], 'spec');
  let most: Counters = {
    documentsParsed: 0,
    rowsComputed: 0,
    pairsJudged: 0,
    podsFolded: 0,
    podsCut: 0,
    clustersBuilt: 0,
    spacesBuilt: 0,
    scenesBuilt: 0,
  };
  for (let round = 0; round < rounds; round++) {
    const before = session.counters;
    now = edited(now, typing.next(now, round));
    session.analyze([now.policies, now.cluster], 'spec');
    most = mostOf(most, before, session.counters);
  }
  return { most, session, files: now };
}

function mostOf(most: Counters, before: Counters, after: Counters): Counters {
  const of = (name: keyof Counters): number => Math.max(most[name], after[name] - before[name]);
  return {
    documentsParsed: of('documentsParsed'),
    rowsComputed: of('rowsComputed'),
    pairsJudged: of('pairsJudged'),
    podsFolded: of('podsFolded'),
    podsCut: of('podsCut'),
    clustersBuilt: of('clustersBuilt'),
    spacesBuilt: of('spacesBuilt'),
    scenesBuilt: of('scenesBuilt'),
  };
}
