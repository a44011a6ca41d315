import { t } from '../../language/t';
import { strengths } from './focus';
import type { HubGlyph } from './hubs';
import type { CardLook, LockLook, Strength, StubLook } from './looks';
import { FROM_OUTSIDE, outsideReach, TO_OUTSIDE } from './outside';
import { ends } from './ends';
import type { Scene } from './scene';
import { hiddenWords } from './countLine';

interface CardLooks {
  readonly lookOf: (index: number) => CardLook;
  readonly strengthOf: (index: number) => Strength;
}

const NO_HUBS: readonly HubGlyph[] = [];

/** What cards say of themselves, by index. */
export function cardLooks({ answer, drawing, focus, seen, glyphs }: Scene): CardLooks {
  const { isolated, perhapsIsolated } = answer.picture;
  const { entities } = answer.topology;
  const reach = outsideReach(answer, drawing.drawn);
  const strengthOf = strengths(focus, seen, drawing.pairs, entities.length);
  const stub = stubOf(drawing.stub);
  return {
    strengthOf,
    lookOf: (index) => {
      const bits = reach[index] ?? 0;
      const of = ends(entities[index]);
      const lock = (at: number): LockLook => ({
        closed: isolated[at] ?? 0,
        unsure: perhapsIsolated[at] ?? 0,
        of,
      });
      return {
        strength: strengthOf(index),
        ingress: lock(index * 2),
        egress: lock(index * 2 + 1),
        fromOutside: (bits & FROM_OUTSIDE) !== 0,
        toOutside: (bits & TO_OUTSIDE) !== 0,
        hubs: glyphs.get(index) ?? NO_HUBS,
        stub: focus.ends.has(index) ? stub : null,
      };
    },
  };
}

function stubOf(missing: Scene['drawing']['stub']): StubLook | null {
  const { allowed, blocked, open, unknown } = missing;
  const count = allowed + blocked + open + unknown;
  return count === 0 ? null : { count, sentence: t`Not drawn: ${hiddenWords(missing)}` };
}
