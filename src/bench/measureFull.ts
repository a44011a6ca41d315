import { spreadOf, timed } from './clock';
import type { Inhabitants } from './inhabitants';
import type { EngineResult } from './results';
import { becomeReady, drawAll } from './stages';

/** Full evaluations one after the other, with nothing kept between them. */
export function measureFull(inhabitants: Inhabitants, mostMs: number): EngineResult['full'] {
  const ready: number[] = [];
  const picture: number[] = [];
  const whole: number[] = [];
  const start = performance.now();
  while (whole.length < 5 || (whole.length < 200 && performance.now() - start < mostMs)) {
    const first = timed(() => becomeReady(inhabitants));
    const second = timed(() => drawAll(first.result));
    ready.push(first.ms);
    picture.push(second.ms);
    whole.push(first.ms + second.ms);
  }
  const warm = (times: readonly number[]): readonly number[] => times.slice(Math.ceil(times.length / 5));
  return {
    queryReady: spreadOf(warm(ready)),
    picture: spreadOf(warm(picture)),
    whole: spreadOf(warm(whole)),
  };
}
