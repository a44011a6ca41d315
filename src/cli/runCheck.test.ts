import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readInput, UnusableInput } from './readInput';
import { checkInput } from './runCheck';

vi.mock('./readInput', { spy: true });

const pod = (name: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\n`;
const manifests = `${pod('web')}${pod('db')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: shut, namespace: shop}
spec: {podSelector: {matchLabels: {app: db}}}
`;
const expectations = (item: string): string =>
  `apiVersion: netpol-playground/v1\nkind: Expectations\nexpectations:\n  - ${item}\n`;
const options = { format: 'text', cni: 'spec', expect: [] } as const;

describe('a check', () => {
  let folder = '';
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netpol-'));
    await write('a.yaml', manifests);
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const holds = 'block: {from: shop/web, to: shop/db}';
  const fails = 'allow: {from: shop/web, to: shop/db, port: 80}';

  it.each([
    [holds, 0],
    [fails, 1],
    ['block: {from: pods with app=x, to: shop/db}', 1],
    ['allow: {from: shop/web, to: shop/db, ports: 80}', 2],
  ])('of %s ends with %i', async (item, status) => {
    const path = await write('expectations.txt', expectations(item));
    expect((await checkInput([folder], { ...options, expect: [path] })).status).toBe(status);
  });

  it('reads the expectations among the manifests, and each file once', async () => {
    const inside = await write('b.yaml', expectations(holds));
    const other = await write('other.txt', expectations(fails));
    const { lines } = await checkInput([folder], { ...options, format: 'json', expect: [inside, other] });
    const read = JSON.parse(lines.join('\n')) as { counts: unknown };
    expect(read.counts).toEqual({ passed: 1, failed: 1, undecided: 0, invalid: 0 });
  });

  it('reads expectations once, as what a shell opens for a command can be read only so', async () => {
    const path = await write('expectations.txt', expectations(holds));
    vi.mocked(readInput).mockClear();
    const { lines } = await checkInput([folder], { ...options, expect: [path] });
    expect(lines).toHaveLength(3);
    expect(vi.mocked(readInput).mock.calls).toEqual([[[folder]], [[path]]]);
  });

  it('names the expectation, the pair and the policy with file and line', async () => {
    const path = await write('expectations.txt', expectations(fails));
    const { lines } = await checkInput([folder], { ...options, expect: [path] });
    const report = lines.join('\n');
    expect(report).toContain(`${path}:4`);
    expect(report).toContain('shop/web → shop/db');
    expect(report).toContain(`${join(folder, 'a.yaml')}:12`);
  });

  it('follows the plugin', async () => {
    const path = await write('expectations.txt', expectations(fails));
    expect((await checkInput([folder], { ...options, cni: 'none', expect: [path] })).status).toBe(0);
  });

  it('never passes where a policy is refused or not evaluated', async () => {
    const policy = manifests.slice(manifests.indexOf('apiVersion: net')).replace('spec:', 'specs:');
    await write('c.yaml', policy.replace(/name: [\w-]+/, 'name: another'));
    await write('d.yaml', pod('api'));
    const path = await write('expectations.txt', expectations('allow: {from: shop/web, to: shop/api}'));
    expect((await checkInput([folder], { ...options, expect: [path] })).status).toBe(1);
  });

  it('needs something to check, something to expect, and files that expect', async () => {
    const path = await write('expectations.txt', expectations(holds));
    await expect(checkInput([folder], options)).rejects.toThrow(UnusableInput);
    await expect(checkInput([], options)).rejects.toThrow(UnusableInput);
    expect(await checkInput([path], options)).toEqual({ lines: [], status: 2 });
    const idle = join(folder, 'a.yaml');
    await expect(checkInput([folder], { ...options, expect: [path, idle] })).rejects.toThrow(UnusableInput);
  });
});
