import type { Session } from '../engine';
import { rounded, timed } from './clock';
import { random } from './generate';
import type { Inhabitants } from './inhabitants';

const WARM_UP = 200;
const MOST = 5000;
const MOST_MS = 1000;

/** Questions about two random pods that a session answers in a second, each with its evidence. */
export function queriesPerSecond(session: Session, { pods }: Inhabitants, seed: number): number {
  const below = random(seed);
  const ask = (): void => {
    const name = (): string => {
      const pod = pods[below(pods.length)];
      return `${pod?.namespace ?? ''}/${pod?.name ?? ''}`;
    };
    session.query({ from: { pod: name() }, to: { pod: name() }, protocol: 'TCP', port: 8000 + below(5) });
  };
  for (let asked = 0; asked < WARM_UP; asked++) ask();
  let asked = 0;
  const { ms } = timed(() => {
    const start = performance.now();
    while (asked < MOST && performance.now() - start < MOST_MS) {
      ask();
      asked++;
    }
  });
  return rounded((asked * 1000) / ms);
}
