import { describe, expect, it } from 'vitest';
import type { Counters } from '../engine';
import { cases, SEED } from './cases';
import { newLabelKeys, newPods, typedPorts, typedTypes } from './edits';
import { generate } from './generate';
import { countKeystrokes } from './measureKeystrokes';

/** What the dearest of 25 keystrokes may cost. These are exact counts: lower them when the engine does with less. */
const most = {
  'typical 100/50': { port: { rows: 6, pairs: 10 }, types: { rows: 7, pairs: 0 }, pod: 2, key: 2 },
  'typical 1,000/200': { port: { rows: 5, pairs: 10 }, types: { rows: 6, pairs: 129 }, pod: 2, key: 2 },
};

const nothingBuilt = {
  documentsParsed: 1,
  podsFolded: 0,
  podsCut: 0,
  clustersBuilt: 0,
  spacesBuilt: 0,
  scenesBuilt: 0,
};

describe.each(Object.entries(most))('typing into %s', (name, { port, types, pod, key }) => {
  const size = cases.find((one) => one.name === name)?.size;
  if (!size) throw new RangeError(name);
  const files = generate(size, SEED);

  it.each([
    ['a port', typedPorts, port],
    ['policyTypes', typedTypes, types],
  ] as const)('%s costs one document and a few rows', (_, typing, { rows, pairs }) => {
    const cost = countKeystrokes(files, typing(SEED), 25).most;
    expect(cost).toMatchObject(nothingBuilt);
    expect(cost.rowsComputed).toBeLessThanOrEqual(rows);
    expect(cost.pairsJudged).toBeLessThanOrEqual(pairs);
  });

  it('a label key nobody asked for cuts the pods anew, but does not gather them anew', () => {
    const cost: Counters = countKeystrokes(files, newLabelKeys(SEED), 5).most;
    expect(cost).toMatchObject({ documentsParsed: 1, clustersBuilt: 0, spacesBuilt: 1 });
    expect(cost.rowsComputed).toBeLessThanOrEqual(key);
  });

  it('a new pod costs one document, a look at its namespace and a few rows', () => {
    const cost: Counters = countKeystrokes(files, newPods(size), 5).most;
    expect(cost).toMatchObject({ documentsParsed: 1, clustersBuilt: 1, spacesBuilt: 1 });
    expect(cost.rowsComputed).toBeLessThanOrEqual(pod);
    const inNamespace = size.pods / size.namespaces + 1;
    expect(cost.podsFolded).toBeLessThanOrEqual(inNamespace);
    expect(cost.podsCut).toBeLessThanOrEqual(inNamespace);
  });
});
