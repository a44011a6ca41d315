import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, type CniProfile, type Level, type View } from '../answer';
import type { AddressRange } from '../compile/addressRanges';
import { PortSets } from '../compile/portSet';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Evaluation } from '../pipeline';
import { Session } from '../session';
import type { Cells } from './cells';
import { Judge, type Side } from './judge';
import type { ChangeCounts } from './pairChange';
import { buildScene, type Scene } from './scene';
import { updateCells, type CellChanges } from './updateCells';

const newest = ({ evaluation }: Session): Evaluation => {
  if (!evaluation) throw new Error('nothing was evaluated');
  return evaluation;
};

const judgeOf = ({ space, sets, rows }: Evaluation): Judge => new Judge(space, sets, rows);

/** Updating brings arrays up to date in place, so each way gets cells of its own. */
function updated(
  scene: Scene,
  before: Evaluation,
  after: Evaluation,
  many: number,
): { readonly cells: Cells; readonly changes: CellChanges } {
  const { cells } = updateCells(null, scene, judgeOf(before));
  return updateCells(cells, scene, judgeOf(after), many);
}

const told = ({ cells: changed, counts }: CellChanges): unknown => ({
  counts,
  cells: [...changed].sort(([a], [b]) => a - b),
});

/** Whether both ways say the same, and what is so; false when the cluster had to be cut anew: then there is no choice. */
function isSameEitherWay(
  session: Session,
  texts: readonly [string, string],
  view: View,
  many: number,
): boolean {
  const [before, after] = texts.map((text) => {
    session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
    return newest(session);
  });
  if (!after || before?.space !== after.space) return false;
  const { space, units, named } = after;
  const scene = buildScene(space, units, view, named);
  const single = updated(scene, before, after, Infinity);
  const together = updated(scene, before, after, many);
  expect(told(together.changes)).toEqual(told(single.changes));
  const fresh = updateCells(null, scene, judgeOf(after)).cells;
  for (const { cells } of [single, together]) {
    expect(cells.counts).toEqual(fresh.counts);
    expect(cells.tones).toEqual(fresh.tones);
    expect(cells.sum).toEqual(fresh.sum);
    for (const [cell, total] of cells.totals.entries()) {
      if (total === 1) expect(cells.definite[cell]).toBe(fresh.definite[cell]);
    }
  }
  return true;
}

/** The addresses of a part of the outside; null for anything else, also the outside as a whole. */
function partOfOutside({ judge }: Cells, { unit }: Side): readonly AddressRange[] | null {
  const of = judge.space.classes[unit.end.classes[0] ?? -1];
  return of?.kind === 'external' && !unit.isOutside ? of.ranges : null;
}

const haveCommon = (one: readonly AddressRange[], other: readonly AddressRange[]): boolean =>
  one.some((a) => other.some((b) => a.family === b.family && a.first <= b.last && b.first <= a.last));

/** What became of every pair of units that both have, looked at one by one. */
function comparedOneByOne(before: Cells, after: Cells): ChangeCounts {
  const changes = { opened: 0, closed: 0, widened: 0, narrowed: 0, exchanged: 0, unsure: 0 };
  const { sets } = after.judge;
  const both = after.sides.flat().flatMap((is) =>
    before.sides.flat().flatMap((was) => {
      const [old, now] = [partOfOutside(before, was), partOfOutside(after, is)];
      return (old && now ? haveCommon(old, now) : was.unit.id === is.unit.id) ? [{ was, is }] : [];
    }),
  );
  for (const { was: from, is: source } of both) {
    for (const { was: to, is: destination } of both) {
      const was = { ...before.judge.judge(from, to) };
      const is = { ...after.judge.judge(source, destination) };
      if (was.definite === undefined || was.possible === undefined) continue;
      if (is.definite === undefined || is.possible === undefined) continue;
      if (was.definite === is.definite && was.possible === is.possible) continue;
      const gained = !sets.includes(was.possible, is.definite);
      const lost = !sets.includes(is.possible, was.definite);
      const [wasShut, isShut] = [was.possible === PortSets.none, is.possible === PortSets.none];
      if (gained && lost) changes.exchanged++;
      else if (gained) changes[wasShut ? 'opened' : 'widened']++;
      else if (lost) changes[isShut ? 'closed' : 'narrowed']++;
      else changes.unsure++;
    }
  }
  return changes;
}

const views = fc
  .constantFrom<Level>('namespaces', 'workloads', 'pods')
  .map((level): View => ({ ...plainView, level, alike: level === 'workloads' }));
const manies = fc.nat({ max: 4 });

const workloads = ['a', 'b', 'c', 'd', 'e', 'f']
  .map(
    (name) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${name === 'f' ? 'far' : 'near'}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}
`,
  )
  .join('');

/** Asks of pods and addresses what the others may ask, so that it is always the same space. */
const asking = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: asking, namespace: near}
spec: {podSelector: {matchLabels: {app: none}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}
`;

const policies = ['a', 'b', 'c', 'd'].flatMap((name) =>
  [
    'policyTypes: [Ingress]',
    'policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: e}}}], ports: [{port: 80}]}]',
    'policyTypes: [Egress]',
    'policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
    'policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}]}]',
  ].map(
    (rest, index) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}${String(index)}, namespace: near}
spec: {podSelector: {matchLabels: {app: ${name}}}, ${rest}}
`,
  ),
);

describe('cells after an edit of policies', () => {
  it('are the same, and tell of the same changes, whether pairs are judged one by one or many at once', () => {
    const leftOut = fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 });
    let compared = 0;
    fc.assert(
      fc.property(
        randomClusters(),
        leftOut,
        fc.boolean(),
        views,
        manies,
        (cluster, out, isAdded, view, many) => {
          const less = { ...cluster, policies: cluster.policies.filter((_, index) => !out.includes(index)) };
          const session = new Session();
          const [whole, part] = [render(cluster), render(less)];
          // What nobody asks for any more stays cut.
          session.analyze([{ id: 'a', name: 'a.yaml', text: whole }], 'spec');
          if (isSameEitherWay(session, isAdded ? [part, whole] : [whole, part], view, many)) compared++;
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(40);
  });

  it('are so, too, when one edit changes some towards many and others towards few', () => {
    const session = new Session();
    session.analyze([{ id: 'a', name: 'a.yaml', text: workloads + asking + policies.join('') }], 'spec');
    fc.assert(
      fc.property(
        fc.subarray(policies),
        fc.subarray(policies),
        views,
        manies,
        (before, after, view, many) => {
          const texts = [before, after].map((some) => workloads + asking + some.join('')) as [string, string];
          expect(isSameEitherWay(session, texts, view, many)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('cells of another cluster, or under another plugin', () => {
  it('tell of the changes that are found pair by pair', () => {
    let changed = 0;
    fc.assert(
      fc.property(
        randomClusters(),
        fc.nat({ max: 9 }),
        fc.nat({ max: 9 }),
        views,
        fc.constantFrom<CniProfile>('spec', 'spec', 'cilium', 'none'),
        (cluster, pod, other, view, plugin) => {
          const left = cluster.pods.filter((_, index) => index !== pod);
          // One goes, and the labels go around.
          const pods = left.map((one, index) => ({
            ...one,
            labels: left[(index + other) % left.length]?.labels ?? one.labels,
          }));
          const session = new Session();
          const [before, after] = [cluster, { ...cluster, pods }].map((one, index) => {
            session.analyze([{ id: 'a', name: 'a.yaml', text: render(one) }], index === 0 ? 'spec' : plugin);
            const { space, units, named, ...rest } = newest(session);
            const scene = buildScene(space, units, view, named);
            return { scene, judge: judgeOf({ space, units, named, ...rest }) };
          });
          if (!before || !after) throw new Error('nothing was evaluated');
          const first = updateCells(null, before.scene, before.judge).cells;
          const { cells, changes } = updateCells(first, after.scene, after.judge);
          const { cells: which, counts } = changes;
          expect(counts).toEqual(
            comparedOneByOne(updateCells(null, before.scene, before.judge).cells, cells),
          );
          if (which.size > 0) changed++;
        },
      ),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(30);
  });
});
