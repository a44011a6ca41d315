import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../evaluate/pair';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import { Session } from '../session';
import { asItIs, supposedPorts, type Supposition } from './suppose';

/** Looks at labels one by one instead of asking the rows, and yet supposes nothing. */
const laboriously: Supposition = {
  ...asItIs,
  source: new Map([['nobody-asks', null]]),
  destination: new Map([['nobody-asks', null]]),
};

test.each([
  { name: 'nothing', supposed: asItIs },
  { name: 'what changes nothing', supposed: laboriously },
])('supposing $name lets pass what certainly passes', ({ supposed }) => {
  fc.assert(
    fc.property(randomClusters(), fc.constantFrom('spec', 'cilium', 'none'), (cluster, cni) => {
      const session = new Session();
      session.analyze([{ id: 'a', name: 'a.yaml', text: render(cluster) }], cni);
      const state = session.drawn;
      if (state === null) return;
      const { space, sets, rows, units } = state;
      const all = [...units.workloads, ...units.external];
      for (const { end: from } of all) {
        for (const { end: to } of all) {
          if (from === to || from.pods.length + to.pods.length === 0) continue;
          const { definite } = judge(space, sets, rows, from, to);
          expect(supposedPorts(state, from, to, supposed)).toBe(definite);
        }
      }
    }),
    { numRuns: 60 },
  );
});
