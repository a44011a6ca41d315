import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnusableInput } from './readInput';
import { run } from './run';

let written = '';
vi.mock('./writeLines', () => ({
  writeLines: (lines: Iterable<string>) => {
    written += [...lines].join('\n');
    return Promise.resolve();
  },
}));

const whole = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
---
apiVersion: v1
kind: Pod
metadata: {name: b, namespace: x}
`;
const expectations = `---
apiVersion: netpol-playground/v1
kind: Expectations
expectations: [{allow: {from: x/a, to: x/b}}]
`;
const commands = [
  ['list'],
  ['eval', '--from', 'x/a', '--to', 'x/b', '--port', '80'],
  ['check'],
  ['diff', 'whole.yaml'],
];

describe('a command', () => {
  let folder = '';
  let told: string[] = [];
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netpol-'));
    await write('whole.yaml', whole + expectations);
    written = '';
    told = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => told.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  /** Runs it in the folder: what has an extension is a file there. */
  const inFolder = (args: readonly string[]): Promise<number> =>
    run(args.map((arg) => (arg.endsWith('.yaml') ? join(folder, arg) : arg)));

  describe.each(commands)('%s', (...command) => {
    it('answers what it can read', async () => {
      expect(await inFolder([...command, 'whole.yaml'])).toBe(0);
      expect([written === '', told]).toEqual([false, []]);
    });

    it.each([
      ['text that does not parse', '---\nkind: [\n', 13],
      ['a document without a kind', '---\nspec: {}\n', 13],
      ['an object that the API server would refuse', '---\napiVersion: v1\nkind: Pod\nmetadata: {}\n', 15],
    ])('tells of %s, and in the end that it answers without', async (_, more, line) => {
      const isDiff = command[0] === 'diff';
      await write('broken.yaml', whole + expectations + more);
      expect(await inFolder([...command, 'broken.yaml'])).toBe(isDiff ? 2 : 0);
      expect(written === '').toBe(isDiff);
      expect(told[0]).toContain(`${join(folder, 'broken.yaml')}:${String(line)}:`);
      expect(told.at(-1)).toMatch(isDiff ? /--skip-broken/ : /left out/);
    });
  });

  it.each(['list', 'check'])('%s tells a program of errors in its answer', async (command) => {
    await write('broken.yaml', `${whole}${expectations}---\nspec: {}\n`);
    expect(await inFolder([command, 'broken.yaml', '--format', 'json'])).toBe(0);
    expect(JSON.parse(written)).toMatchObject({ diagnostics: [{ code: 'missing-kind', line: 13 }] });
    expect(told).toEqual([]);
  });

  it.each([
    [['list', 'whole.yaml', '--exit-code']],
    [['list', 'whole.yaml', '--skip-broken']],
    [['list', 'whole.yaml', '--expect', 'whole.yaml']],
    [['check', 'whole.yaml', '--pods']],
    [['check', 'whole.yaml', '--format', 'md']],
    [['diff', 'whole.yaml', 'whole.yaml', '--port', '80']],
    [['diff', 'whole.yaml', 'whole.yaml', '--format', 'csv']],
    [['eval', 'whole.yaml', '--queries', 'whole.yaml', '--from', 'x/a']],
    [['eval', 'whole.yaml', '--from', 'x/a', '--to', 'x/b', '--port', '80', '--format', 'md']],
    [['eval', '-', '--queries', '-']],
    [['list', 'whole.yaml', '--nonsense']],
    [['list', 'whole.yaml', '--cni']],
    [['list', 'whole.yaml', '--port', '-1']],
    [['lists', 'whole.yaml']],
    [['list']],
  ])('is not run with what it would not heed: %j', async (args) => {
    await expect(inFolder(args)).rejects.toThrow(UnusableInput);
  });

  it('tells of what stands in a text in one line', async () => {
    await write('broken.yaml', `${whole}"sp\\n::error::": 1\n`);
    await inFolder(['list', 'broken.yaml']);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('sp\\u000a::error::');
  });

  it('takes its options in any order', async () => {
    expect(await inFolder(['--pods', 'list', '--format=json', '--format', 'csv', 'whole.yaml'])).toBe(0);
    expect(written).toContain('from,to,ports');
  });
});
