import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../language/t';
import { documentStore } from '../state/documentStore';
import { asKubectlYaml, clusterObjects, listOf, secret } from './dump/clusterDump.test-data';
import { openAfresh } from '../state/openAfresh';
import { importSources, type Opener } from './importSources';
import { intakeStore } from './intakeStore';
import { projectText } from './project';
import { projectPaste } from './projectPaste';
import { prepareReading } from './startReading';
import { isStripped } from './stripped';

const opener = (mayReplace: boolean, isSameCluster = false): Opener => ({
  mayReplace: () => mayReplace,
  isSameCluster: () => isSameCluster,
  replace: openAfresh,
});
const yes = opener(true);
const no = opener(false);
const opened = (): readonly (readonly [string, string])[] =>
  documentStore.getState().files.map(({ name, text }) => [name, text]);
const names = (): readonly string[] => opened().map(([name]) => name);
const active = (): string | undefined => {
  const { files, activeFile } = documentStore.getState();
  return files.find(({ id }) => id === activeFile)?.name;
};
const pod = 'kind: Pod\nspec:\n  containers:\n  - name: a\n';
const podWithEnv = `${pod}    env: [{name: A, value: s3cr3t}]\n`;
const dump = asKubectlYaml(listOf(clusterObjects()));

beforeEach(() => {
  documentStore.getState().openWorkspace({ example: 'lesson', files: [{ name: 'a.yaml', text: 'old' }] });
  intakeStore.getState().dismiss();
});

describe('texts that come in', () => {
  it('take the place of what may be replaced', async () => {
    await importSources([{ name: 'b.yaml', text: pod }], yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect(documentStore.getState().example).toBeNull();
  });

  it('say so when there are none', async () => {
    const receipt = await importSources([], yes);
    expect(receipt?.refused.map(({ name }) => name)).toEqual(['What was dropped']);
    expect(intakeStore.getState().receipt).toBe(receipt);
    expect(names()).toEqual(['a.yaml']);
  });

  it('are added even so when they only say what must hold', async () => {
    const text = 'apiVersion: netpol-playground/v1\nkind: Expectations\nexpectations: []\n';
    await importSources([{ name: 'b.yaml', text }], yes);
    expect(names()).toEqual(['a.yaml', 'b.yaml']);
    await importSources([{ name: 'c.yaml', text: `${text}---\n${pod}` }], yes);
    expect(names()).toEqual(['c.yaml']);
  });

  it('are added beside own work in one go, under a free name, and the last one is shown', async () => {
    const texts = [
      { name: 'a.yaml', text: pod },
      { name: 'a.yaml', text: 'x' },
    ];
    const { revision } = documentStore.getState();
    const receipt = await importSources(texts, no);
    expect(receipt?.files).toEqual(['a-2.yaml', 'a-3.yaml']);
    expect(opened()).toEqual([
      ['a.yaml', 'old'],
      ['a-2.yaml', pod],
      ['a-3.yaml', 'x'],
    ]);
    expect(active()).toBe('a-3.yaml');
    expect(documentStore.getState().revision).toBe(revision + 1);
  });

  it('lose their secrets and byte order mark before they are opened', async () => {
    const receipt = await importSources([{ name: 'b.yaml', text: `\uFEFF${podWithEnv}` }], yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect(receipt?.dropped.env).toBe(1);
    expect(intakeStore.getState()).toMatchObject({ receipt, reading: 0, progress: null });
  });

  it('are not looked at once more before they are stored', async () => {
    for (const text of [dump.repeat(60), podWithEnv]) {
      await importSources([{ name: 'b.yaml', text }], yes);
      for (const [, kept] of opened()) {
        expect(isStripped(kept)).toBe(true);
        expect(projectText(kept).text).toBe(kept);
      }
    }
    expect(isStripped(podWithEnv)).toBe(false);
  });

  it('leave everything as it is when nothing could be taken', async () => {
    const receipt = await importSources([{ name: 'a.bin', file: new Blob([new Uint8Array([1, 0])]) }], yes);
    expect(opened()).toEqual([['a.yaml', 'old']]);
    expect(receipt?.files).toEqual([]);
    expect(receipt?.refused.map(({ name }) => name)).toEqual(['a.bin']);
  });

  it('are opened although others with them are refused', async () => {
    const files = [
      { name: 'a.bin', file: new Blob([new Uint8Array([1, 0, 2])]) },
      { name: 'b.yaml', file: new Blob([pod]) },
    ];
    const receipt = await importSources(files, yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect([receipt?.files, receipt?.refused.length]).toEqual([['b.yaml'], 1]);
  });
});

describe('a dump', () => {
  it('becomes two files, of which the policies are shown', async () => {
    const receipt = await importSources([{ name: 'prod.yaml', text: dump }], yes);
    expect(names()).toEqual(['policies.yaml', 'cluster.yaml']);
    expect(active()).toBe('policies.yaml');
    expect(receipt?.dump?.kept).toContainEqual({ kind: 'NetworkPolicy', count: 12 });
    expect(receipt?.dump?.leftOut).toContainEqual({ kind: 'Event', count: 40 });
    expect(JSON.stringify([opened(), intakeStore.getState()])).not.toContain(secret);
  });

  it('is added under free names beside own work', async () => {
    documentStore.getState().addFile('cluster.yaml', pod);
    await importSources([{ name: 'prod.yaml', text: dump }], no);
    expect(names()).toEqual(['a.yaml', 'cluster.yaml', 'cluster-2.yaml', 'policies.yaml']);
    expect(active()).toBe('policies.yaml');
  });

  it('takes the place of another one of the same cluster, and of nothing else that is open', async () => {
    const newer = dump.replaceAll('name: deny', 'name: deny-all');
    await importSources([{ name: 'prod.yaml', text: dump }], yes);
    documentStore.getState().addFile('expectations.yaml', 'x');
    const receipt = await importSources([{ name: 'prod.yaml', text: newer }], opener(false, true));
    expect(receipt).toMatchObject({ isNewer: true, files: ['policies.yaml', 'cluster.yaml'] });
    expect(names()).toEqual(['policies.yaml', 'cluster.yaml', 'expectations.yaml']);
    expect(opened()[0]?.[1]).toContain('name: deny-all');
    expect(receipt?.dump?.namespaces).toContain('shop');
  });

  it('of another cluster, or without policies, is added', async () => {
    await importSources([{ name: 'prod.yaml', text: dump }], yes);
    await importSources([{ name: 'other.yaml', text: dump }], no);
    expect(names()).toEqual(['policies.yaml', 'cluster.yaml', 'cluster-2.yaml', 'policies-2.yaml']);
    const pods = asKubectlYaml(listOf(clusterObjects().filter(({ kind }) => kind === 'Pod')));
    const receipt = await importSources([{ name: 'pods.yaml', text: pods }], opener(false, true));
    expect(receipt).toMatchObject({ isNewer: false, files: ['cluster-3.yaml'] });
  });

  it('in several files is put together, also with what was written by hand', async () => {
    const [policies, others] = [true, false].map((isPolicy) =>
      clusterObjects().filter(({ kind }) => String(kind).endsWith('Policy') === isPolicy),
    );
    const sources = [
      { name: 'netpol.json', file: new Blob([JSON.stringify(listOf(policies ?? []))]) },
      {
        name: 'own.yaml',
        text: '# mine\nkind: NetworkPolicy\nmetadata: {name: own}\nspec: {podSelector: {}}\n',
      },
      { name: 'pods.yaml', file: new Blob([asKubectlYaml(listOf(others ?? []))]) },
    ];
    const receipt = await importSources(sources, yes);
    expect(names()).toEqual(['policies.yaml', 'cluster.yaml']);
    expect(opened()[0]?.[1]).toContain('# mine\nkind: NetworkPolicy\nmetadata: {name: own}\n');
    expect(receipt?.dump?.kept).toContainEqual({ kind: 'NetworkPolicy', count: 13 });
  });

  it('of nothing that matters here is refused', async () => {
    const secrets = clusterObjects().filter(({ kind }) => kind === 'Event');
    const receipt = await importSources([{ name: 'a.yaml', text: asKubectlYaml(listOf(secrets)) }], yes);
    expect(names()).toEqual(['a.yaml']);
    expect(receipt?.refused.map(({ name }) => name)).toEqual(['a.yaml']);
  });
});

describe('an import that is being read', () => {
  it('tells how far it is, and leaves nothing when it is cancelled', async () => {
    const before = documentStore.getState();
    const file = new Blob(Array.from({ length: 20 }, () => `---\n${dump}`));
    const stop = intakeStore.subscribe(({ progress, cancel }) => {
      if (progress !== null && progress.objects > 0) cancel();
    });
    expect(await importSources([{ name: 'prod.yaml', file }], yes)).toBeNull();
    stop();
    expect(documentStore.getState()).toBe(before);
    expect(intakeStore.getState()).toMatchObject({ receipt: null, reading: 0, progress: null });
  });
});

describe('the worker of a large import', () => {
  const workers: FakeWorker[] = [];
  class FakeWorker {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onerror: ((event: { preventDefault: () => void }) => void) | null = null;
    readonly posted: unknown[] = [];
    isStopped = false;
    constructor() {
      workers.push(this);
    }
    postMessage(message: unknown): void {
      this.posted.push(message);
    }
    terminate(): void {
      this.isStopped = true;
    }
  }
  beforeEach(() => {
    workers.length = 0;
    vi.stubGlobal('Worker', FakeWorker);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const file = new Blob([dump]);
  const read = { name: 'cluster.yaml', text: pod };
  const imported = {
    dump: { kept: [], leftOut: [], unreadable: 0, broken: 0, namespaces: [] },
    dropped: { env: 1, args: 0, data: 0, annotations: 0, status: 0, other: 0 },
    refused: [],
  };

  it('is given the file itself, tells its progress, and is stopped when it is done', async () => {
    const done = importSources([{ name: 'prod.yaml', file }], yes);
    const [worker] = workers;
    expect(worker?.posted).toEqual([{ sources: [{ name: 'prod.yaml', file }], language: english }]);
    const progress = { bytes: 1, total: 2, objects: 3, file: 'prod.yaml' };
    worker?.onmessage?.({ data: { kind: 'progress', progress } });
    expect(intakeStore.getState()).toMatchObject({ reading: 1, progress });
    worker?.onmessage?.({ data: { kind: 'file', file: read } });
    worker?.onmessage?.({ data: { kind: 'imported', imported } });
    expect((await done)?.files).toEqual(['cluster.yaml']);
    expect(worker?.isStopped).toBe(true);
    expect(opened()).toEqual([['cluster.yaml', pod]]);
  });

  it('is started while files are being chosen, once, and not used when that failed', async () => {
    prepareReading();
    prepareReading();
    const done = importSources([{ name: 'prod.yaml', file }], yes);
    expect(workers.map(({ posted }) => posted.length)).toEqual([1]);
    workers[0]?.onmessage?.({ data: { kind: 'file', file: read } });
    workers[0]?.onmessage?.({ data: { kind: 'imported', imported } });
    expect((await done)?.files).toEqual(['cluster.yaml']);
    prepareReading();
    workers[1]?.onerror?.({ preventDefault: () => undefined });
    const again = importSources([{ name: 'prod.yaml', file }], yes);
    expect(workers.map(({ posted }) => posted.length)).toEqual([1, 0, 1]);
    workers[2]?.onmessage?.({ data: { kind: 'file', file: read } });
    workers[2]?.onmessage?.({ data: { kind: 'imported', imported } });
    expect((await again)?.files).toEqual(['cluster.yaml']);
  });

  it('is stopped when it is cancelled, and what it says afterwards is not heard', async () => {
    const before = documentStore.getState();
    const done = importSources([{ name: 'prod.yaml', file }], yes);
    intakeStore.getState().cancel();
    workers[0]?.onmessage?.({ data: { kind: 'file', file: read } });
    workers[0]?.onmessage?.({ data: { kind: 'imported', imported } });
    expect(await done).toBeNull();
    expect(workers[0]?.isStopped).toBe(true);
    expect(documentStore.getState()).toBe(before);
    expect(intakeStore.getState().reading).toBe(0);
  });

  it('may break down: then the files are refused', async () => {
    const done = importSources([{ name: 'prod.yaml', file }], yes);
    workers[0]?.onerror?.({ preventDefault: () => undefined });
    expect((await done)?.refused.map(({ name }) => name)).toEqual(['prod.yaml']);
    expect(workers[0]?.isStopped).toBe(true);
  });
});

describe('a paste', () => {
  it('is left alone when there is nothing to drop', async () => {
    expect(await projectPaste(pod, yes)).toEqual({ kind: 'asIs' });
    expect(intakeStore.getState().receipt).toBeNull();
  });

  it('is replaced and told of when there is', async () => {
    expect(await projectPaste(podWithEnv, yes)).toEqual({ kind: 'text', text: pod });
    expect(intakeStore.getState().receipt?.dropped.env).toBe(1);
  });

  it('of a dump is opened as its two files', async () => {
    expect(dump.length).toBeGreaterThan(200_000);
    expect(await projectPaste(dump, yes)).toEqual({ kind: 'opened' });
    expect(names()).toEqual(['policies.yaml', 'cluster.yaml']);
  });

  it('of much text that is no dump goes to the editor', async () => {
    const text = `values:\n${'- a\n'.repeat(60_000)}`;
    expect(await projectPaste(text, yes)).toEqual({ kind: 'asIs' });
    expect(names()).toEqual(['a.yaml']);
    expect(intakeStore.getState()).toMatchObject({ receipt: null, reading: 0 });
  });
});
