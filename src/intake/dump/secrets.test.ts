import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, Session, Tone } from '../../engine';
import { readImport, type Imported } from '../readImport';
import { marker, minor, randomFrom, randomManifest, complete, writeYaml } from '../manifests.test-data';
import { asKubectlYaml, clusterObjects, listOf, secret } from './clusterDump.test-data';

const read = (text: string): Promise<Imported> =>
  readImport([{ name: 'dump.yaml', file: new Blob([text]) }], () => undefined);

/** Enough objects to be a dump, and some of all kinds. */
const objects = clusterObjects().filter((_, index) => index % 4 === 0 || index > 180);
const others = objects.filter(({ kind }) => !String(kind).endsWith('Policy'));
const runs = { numRuns: 150 };

const junk = fc.constantFrom(
  'oops',
  '  : [',
  '\t- x',
  '"',
  "'",
  '- - -',
  '&a',
  '*b',
  '!!x y',
  '{',
  'kind: Pod',
  '?',
);

/** A text with one line put in, moved, cut short or taken out. */
const damaged = (text: string, isGone: boolean): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  const place = fc.nat(lines.length - 1);
  return fc
    .oneof(
      fc
        .tuple(place, junk, fc.nat(12))
        .map(([at, put, column]) => lines.toSpliced(at, 0, ' '.repeat(column) + put)),
      fc
        .tuple(place, fc.nat(8))
        .map(([at, column]) => lines.with(at, ' '.repeat(column) + (lines[at] ?? '').trim())),
      place.map((at) => lines.slice(0, at)),
      ...(isGone ? [place.map((at) => lines.toSpliced(at, 1))] : []),
    )
    .map((changed) => changed.join('\n'));
};

describe('no secret is left of a dump', () => {
  it.each([
    ['YAML', asKubectlYaml],
    ['JSON', (list: unknown): string => JSON.stringify(list, null, 2)],
  ])('when a line is put into one of its policies, in %s', async (_, written) => {
    const policies = clusterObjects().filter(({ kind }) => kind === 'NetworkPolicy');
    const padding = written(listOf(clusterObjects().filter(({ kind }) => kind === 'Pod')));
    const lines = written(listOf(policies)).split('\n');
    let named = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), junk, fc.nat(12), async (at, put, column) => {
        const text = lines.toSpliced(at, 0, ' '.repeat(column) + put).join('\n');
        const { files, dump } = await read(`${padding}\n---\n${text}`);
        expect(JSON.stringify([files, dump])).not.toContain(secret);
        if (dump?.unreadable !== 1) return;
        const kept = files.find(({ name }) => name === 'policies.yaml')?.text ?? '';
        const [, standIn = ''] =
          /in the imported text could not be read.\n([^]*?)(?:\n---|$)/.exec(kept) ?? [];
        if (/metadata:\n {2}name: \S+\n {2}namespace: \S+\nspec:/.test(standIn)) named++;
      }),
      runs,
    );
    // The others are those in whose metadata the mistake is.
    expect(named).toBeGreaterThan(10);
  });

  it('when something in it is broken', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(asKubectlYaml(listOf(objects)), false), async (text) => {
        expect(JSON.stringify(await read(text))).not.toContain(secret);
      }),
      runs,
    );
  });

  it('when a line of anything but a policy is missing', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(others.map(asKubectlYaml).join('---\n'), true), async (text) => {
        expect(JSON.stringify(await read(text))).not.toContain(secret);
      }),
      runs,
    );
  });

  it('when JSON in it is broken', async () => {
    const text = JSON.stringify(listOf(objects), null, 1);
    const cuts = fc.tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom('', '"', '{', '}', ']', "'", ',', '\\'),
    );
    await fc.assert(
      fc.asyncProperty(cuts, async ([at, gone, put]) => {
        const spoilt = text.slice(0, at) + put + text.slice(at + gone);
        expect(JSON.stringify(await read(spoilt))).not.toContain(secret);
      }),
      runs,
    );
  });

  it('in whatever style its objects are written', async () => {
    const padding = asKubectlYaml(listOf(others));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), async (seeds) => {
        const written = seeds.map((seed) => {
          const random = randomFrom(seed);
          const manifest = randomManifest(random);
          return seed % 3 === 0 ? `${JSON.stringify(complete(manifest))}\n` : writeYaml(manifest, random);
        });
        const text = JSON.stringify(await read([padding, ...written].join('---\n')));
        expect(text).not.toContain(marker);
        expect(text).not.toContain(minor);
      }),
      runs,
    );
  });
});

describe('what is broken in a dump', () => {
  it('is counted and leaves an error, and everything else is kept', async () => {
    const text = asKubectlYaml(listOf(objects));
    const whole = await read(text);
    const pods = whole.dump?.kept.find(({ kind }) => kind === 'Pod')?.count ?? 0;
    const broken = await read(text.replace('\n  kind: Pod\n', '\n  kind: Pod\n : [\n'));
    expect(broken.dump?.unreadable).toBe(1);
    expect(broken.dump?.kept).toContainEqual({ kind: 'Pod', count: pods - 1 });
    expect(broken.files[0]?.text).toContain('[\n');
  });

  it('is told of when a list breaks off', async () => {
    const text = asKubectlYaml(listOf(objects));
    const { dump } = await read(text.slice(0, text.lastIndexOf('- apiVersion')));
    expect(dump?.broken).toBe(1);
  });

  it('leaves nothing certain where a list breaks off, wherever that is', async () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'db', namespace: 'shop' },
      spec: {
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }],
        podSelector: { matchLabels: { app: 'db' } },
      },
    };
    const pods = ['web', 'db', 'other'].map((name) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'shop', labels: { app: name } },
      spec: { containers: [] },
    }));
    const all = [...others, ...pods, policy];
    const yaml = asKubectlYaml(listOf(all));
    const json = JSON.stringify(listOf(all), null, 4);
    for (const text of [yaml, json]) {
      const from = text.indexOf('NetworkPolicy') - 60;
      const to = text === yaml ? text.lastIndexOf('kind: List') : text.lastIndexOf(']');
      for (let cut = from; cut < to; cut += 5) {
        const { files } = await read(text.slice(0, cut));
        const { topology, picture, complete } = new Session().analyze(
          files.map(({ name, text }, index) => ({ id: String(index), name, text })),
          'spec',
          0,
          { ...plainView, level: 'workloads' },
        );
        expect(complete).toBe(false);
        const index = (name: string): number =>
          topology.entities.findIndex((entity) => entity.id === `Pod/shop/${name}`);
        // The last object may be one of the pods.
        expect(index('web')).toBeGreaterThanOrEqual(0);
        expect(index('db')).toBeGreaterThanOrEqual(0);
        expect(picture.tones[index('web') * topology.entities.length + index('db')]).toBe(Tone.unknown);
      }
    }
  });
});
