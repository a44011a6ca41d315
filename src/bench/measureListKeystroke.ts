import { plainView, Session } from '../engine';
import { projectText } from '../intake/project';
import { spreadOf, timed } from './clock';
import { kubectlDump } from './dump';
import { generate, random, type Size } from './generate';
import type { Spread } from './clock';

const ROUNDS = 20;

/** Keystrokes in a policy inside the very List that all of a cluster came in. */
export function measureListKeystroke(size: Size, seed: number): Spread {
  const { policies } = generate(size, seed);
  let { text } = projectText(kubectlDump(size, seed, policies.text));
  const session = new Session();
  const analyze = (): unknown =>
    session.analyze([{ id: 'dump', name: 'dump.yaml', text }], 'spec', 0, plainView);
  analyze();
  const below = random(seed);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const pattern = /- port: (9\d\d)\d\n/g;
    pattern.lastIndex = below(text.length);
    const match = pattern.exec(text) ?? /- port: (9\d\d)\d\n/.exec(text);
    if (!match) throw new RangeError('no port to edit');
    const at = match.index + match[0].length - 2;
    text = `${text.slice(0, at)}${String(round % 10)}${text.slice(at + 1)}`;
    times.push(timed(analyze).ms);
  }
  return spreadOf(times.slice(ROUNDS / 5));
}
