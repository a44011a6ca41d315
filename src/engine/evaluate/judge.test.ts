import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EGRESS_LOCK, INGRESS_LOCK } from '../answer';
import { PortSets } from '../compile/portSet';
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
            const isIsolated = ((source.locks & EGRESS_LOCK) | (destination.locks & INGRESS_LOCK)) !== 0;
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
        const [half, rest] = [sides.slice(0, sides.length >> 1), sides.slice(sides.length >> 1)];
        for (const sources of [sides, half]) {
          const others = sources === sides ? [sides] : [rest];
          for (const destinations of [...others, ...units.external.map((unit) => [quick.side(unit)])]) {
            const counts = new Int32Array(8);
            quick.countPlain(sources, destinations, counts, 0);
            const one = new Int32Array(8);
            for (const source of sources.filter((side) => quick.isPlain(side))) {
              for (const destination of destinations.filter((side) => quick.isPlain(side))) {
                const verdict = quick.judge(source, destination);
                if (verdict) one[verdict.tone] = (one[verdict.tone] ?? 0) + 1;
              }
            }
            expect(counts).toEqual(one);
          }
        }
      }),
      runs,
    );
  });

  it('says of the outside what it says of all groups in it', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const { space, sets, rows, units } = evaluated(render(cluster));
        const quick = new Judge(space, sets, rows);
        const outside = quick.side(units.outside);
        for (const side of units.workloads.map((unit) => quick.side(unit))) {
          for (const isSource of [true, false]) {
            const verdict = { ...(isSource ? quick.judge(side, outside) : quick.judge(outside, side)) };
            const groups = units.external.map(({ end }) =>
              isSource
                ? judgeThoroughly(space, sets, rows, side.unit.end, end)
                : judgeThoroughly(space, sets, rows, end, side.unit.end),
            );
            expect(verdict.definite).toBe(
              groups.reduce((sum, { definite }) => sets.intersect(sum, definite), PortSets.all),
            );
            expect(verdict.possible).toBe(
              groups.reduce((sum, { possible }) => sets.union(sum, possible), PortSets.none),
            );
            expect(verdict.passes).toBe(groups.some(({ definite }) => definite !== PortSets.none));
          }
        }
      }),
      runs,
    );
  });
});
