import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Evaluation } from '../pipeline';
import { Session } from '../session';
import { Judge } from './judge';
import { judge as judgeThoroughly, toneOf } from './pair';

const runs = { numRuns: 60 };

function evaluated(text: string): Evaluation {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  if (!session.evaluation) throw new Error('nothing was evaluated');
  return session.evaluation;
}

describe('a row', () => {
  it('says the same of one face as of all, filled or not', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const { space, rows } = evaluated(render(cluster));
        for (const filled of [...rows.Egress, ...rows.Ingress]) {
          const { definite, possible } = filled.fill();
          filled.forget();
          for (const { id } of space.faces) {
            expect(filled.definiteAt(id)).toBe(definite[id]);
            expect(filled.possibleAt(id)).toBe(possible[id]);
          }
        }
      }),
      runs,
    );
  });
});

describe('the quick way to judge a pair', () => {
  it('comes to what the thorough one does', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const { space, sets, rows, units } = evaluated(render(cluster));
        const quick = new Judge(space, sets, rows);
        const all = [...units.workloads, ...units.external].map((unit) => quick.side(unit));
        for (const source of all) {
          for (const destination of all) {
            const verdict = quick.judge(source, destination);
            if (verdict === null) continue;
            const pair = judgeThoroughly(space, sets, rows, source.unit.end, destination.unit.end);
            const isIsolated = source.isIsolatedForEgress || destination.isIsolatedForIngress;
            expect(verdict).toMatchObject({
              tone: toneOf(pair, isIsolated),
              definite: pair.definite,
              possible: pair.possible,
            });
          }
        }
      }),
      runs,
    );
  });

  it('counts many pairs as it judges them one by one', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const { space, sets, rows, units } = evaluated(render(cluster));
        const quick = new Judge(space, sets, rows);
        const sides = units.workloads.map((unit) => quick.side(unit));
        for (const source of [...sides, ...units.external.map((unit) => quick.side(unit))]) {
          const counts = new Int32Array(8);
          if (!quick.countPlain(source, sides, counts, 0)) continue;
          const one = new Int32Array(8);
          for (const destination of sides) {
            const verdict = quick.judge(source, destination);
            if (verdict) one[verdict.tone] = (one[verdict.tone] ?? 0) + 1;
          }
          expect(counts).toEqual(one);
        }
      }),
      runs,
    );
  });
});
