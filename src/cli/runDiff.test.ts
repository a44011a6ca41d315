import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnusableInput } from './readInput';
import { runDiff, type DiffOptions } from './runDiff';

let written = 0;
vi.mock('./writeLines', () => ({
  writeLines: () => {
    written++;
    return Promise.resolve();
  },
}));

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n';

describe('the exit status of a diff', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netpol-'));
    written = 0;
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  const run = async (texts: readonly string[], options: Partial<DiffOptions> = {}): Promise<number> => {
    const paths = texts.map((_, index) => join(folder, `${String(index)}.yaml`));
    for (const [index, text] of texts.entries()) await writeFile(paths[index] ?? '', text);
    return runDiff(paths, { format: 'text', cni: 'spec', skipBroken: false, exitCode: false, ...options });
  };
  const shut = `${pod}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: shut, namespace: x}
spec: {podSelector: {}}
`;

  it('is 0 with an answer, and tells of differences only when asked to', async () => {
    expect(await run([pod, shut])).toBe(0);
    expect(await run([pod, shut], { exitCode: true })).toBe(1);
    expect(await run([shut, shut], { exitCode: true })).toBe(0);
  });

  it('is 2 where there is nothing to compare', async () => {
    expect(await run([pod, '# nothing\n'])).toBe(2);
    expect(await run(['', pod], { exitCode: true })).toBe(2);
  });

  it.each([
    ['BEFORE', 0],
    ['AFTER', 1],
  ])('is 2 where %s has an error, which is told with its side, file and line', async (side, at) => {
    const broken = shut.replace('{podSelector', '{pods');
    const texts = at === 0 ? [broken, shut] : [shut, broken];
    for (const format of ['text', 'json', 'md'] as const) {
      const told: string[] = [];
      vi.spyOn(console, 'error').mockImplementation((line: string) => told.push(line));
      expect(await run(texts, { format })).toBe(2);
      expect(told[0]).toContain(`${String(at)}.yaml:8:`);
      expect(told.at(-1)).toContain(side);
      expect(written).toBe(0);
    }
    expect(await run(texts, { skipBroken: true })).toBe(0);
  });

  it.each([[['-', '-']], [['one']], [['one', 'two', 'three']], [[]]])(
    'is not given for %j: two things are compared',
    async (paths) => {
      await expect(
        runDiff(paths, { format: 'text', cni: 'spec', skipBroken: false, exitCode: false }),
      ).rejects.toThrow(UnusableInput);
    },
  );
});
