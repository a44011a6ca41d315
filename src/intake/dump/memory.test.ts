import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readImport } from '../readImport';
import { asKubectlYaml, clusterObjects, listOf } from './clusterDump.test-data';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const inUse = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

test.each([
  ['YAML', asKubectlYaml],
  ['JSON', (value: unknown) => `${JSON.stringify(value, null, 2)}\n`],
])('what is kept of a dump does not hold on to the rest of it: %s', async (_, write) => {
  const items = clusterObjects().filter(({ kind }) => kind === 'Pod');
  const mold = write(listOf(items));
  const copies = Math.ceil(24_000_000 / mold.length);
  // Names of their own, so that no object replaces another.
  const file = new Blob(
    Array.from(
      { length: copies },
      (__, index) => `---\n${mold.replaceAll('-5d4f8c7b', `-${String(index)}x`)}`,
    ),
  );
  const before = inUse();
  const imported = await readImport([{ name: 'dump', file }], () => undefined);
  const kept = imported.files.reduce((sum, { text }) => sum + text.length, 0);
  expect(inUse() - before).toBeLessThan(kept * 1.5 + 2_000_000);
  expect(kept).toBeLessThan(file.size / 3);
});
