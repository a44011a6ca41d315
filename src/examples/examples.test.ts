import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { Session, Tone } from '../engine';
import type { Answer } from '../engine';
import { examples as listed, firstExample, loadFiles } from '.';
import type { ExampleFiles } from './files';

const examples = await Promise.all(
  listed.map(async (example) => ({
    id: example.id,
    title: example.title,
    files: await loadFiles(example),
  })),
);

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

const manifestsOf = (text: string): Manifest[] =>
  parseAllDocuments(text, { strict: true, uniqueKeys: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });

/** The text with the lines that a comment offers at its end taken in. */
function takeOffer(text: string): string {
  const offer = text.indexOf('\n# ---\n');
  return offer < 0 ? text : text.slice(0, offer) + text.slice(offer).replace(/^# /gm, '');
}

const answerTo = (session: Session, files: ExampleFiles): Answer =>
  session.analyze(
    files.map(({ name, text }) => ({ id: name, name, text })),
    'spec',
  );

it('has ids and titles that are used once', () => {
  expect(new Set(examples.map((example) => example.id)).size).toBe(examples.length);
  expect(new Set(examples.map((example) => example.title)).size).toBe(examples.length);
});

it('opens with the three-tier shop', () => {
  expect(firstExample.id).toBe('three-tier-shop');
  expect(listed[0]).toBe(firstExample);
});

describe.each(examples)('$id', ({ files }) => {
  const manifests = files.flatMap((file) => manifestsOf(file.text));

  it('is YAML in every file, with a policy and no object twice', () => {
    const names = manifests.map(
      ({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`,
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.some((name) => name.startsWith('NetworkPolicy/'))).toBe(true);
  });

  it('declares every namespace it uses', () => {
    const declared = manifests
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => metadata.name);
    const used = new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? []));
    expect([...used].filter((namespace) => !declared.includes(namespace))).toEqual([]);
  });

  it('has something allowed and something blocked between its workloads, and no error or warning', () => {
    const answer = answerTo(new Session(), files);
    expect(answer.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(answer.complete).toBe(true);
    const { entities } = answer.topology;
    const tones = new Set<number>(
      answer.picture.tones.filter((_, pair) =>
        [Math.floor(pair / entities.length), pair % entities.length].every(
          (entity) => entities[entity]?.kind === 'workload',
        ),
      ),
    );
    expect(tones.has(Tone.allowed) || tones.has(Tone.partial)).toBe(true);
    expect(tones.has(Tone.blockedEgress) || tones.has(Tone.blockedIngress)).toBe(true);
  });
});

const offering = examples.filter(({ files }) => files.some(({ text }) => takeOffer(text) !== text));

it.each(offering)('$id opens something with the lines it offers in comments', ({ files }) => {
  const session = new Session();
  answerTo(session, files);
  const answer = answerTo(
    session,
    files.map(({ name, text }) => ({ name, text: takeOffer(text) })),
  );
  expect(answer.diagnostics).toEqual([]);
  expect(new Set(answer.changes.signs)).toEqual(new Set([1]));
});

it('offers a next step in two of them', () => {
  expect(offering.map(({ id }) => id)).toEqual(['default-deny-steps', 'dns-forgotten']);
});

it('lets 26 of the 132 pairs of the microshop pass', () => {
  const { topology, picture } = answerTo(
    new Session(),
    examples.find(({ id }) => id === 'microshop')?.files ?? [],
  );
  const count = topology.entities.length;
  const isWorkload = (entity: number): boolean => topology.entities[entity]?.kind === 'workload';
  const tones = [...picture.tones].filter(
    (tone, pair) => tone !== Tone.none && isWorkload(Math.floor(pair / count)) && isWorkload(pair % count),
  );
  expect(tones).toHaveLength(132);
  expect(tones.filter((tone) => tone === Tone.allowed || tone === Tone.partial)).toHaveLength(26);
});
