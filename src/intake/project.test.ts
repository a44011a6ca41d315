import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import {
  complete,
  expected,
  marker,
  minor,
  randomFrom,
  randomManifest,
  writeYaml,
} from './manifests.test-data';
import { projectText } from './project';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const newlines = fc.constantFrom('\n', '\r\n');
const runs = { numRuns: 150 };

const manifestOf = (seed: number): { manifest: unknown; write: (newline: string) => string } => {
  const random = randomFrom(seed);
  const manifest = randomManifest(random);
  return { manifest, write: (newline) => writeYaml(manifest, random, newline) };
};

const expectNoSecret = (text: string): void => {
  expect(text).not.toContain(marker);
  expect(text).not.toContain(minor);
};

describe('random manifests', () => {
  it('leave exactly what policy needs, in block and flow style', () => {
    fc.assert(
      fc.property(seeds, newlines, (seed, newline) => {
        const { manifest, write } = manifestOf(seed);
        const written = write(newline);
        // The maker itself must be right, or nothing follows.
        expect(parse(written)).toEqual(complete(manifest));
        const { text } = projectText(written);
        expectNoSecret(text);
        expect(parse(text)).toEqual(expected(manifest));
        if (newline === '\r\n') expect(text).not.toMatch(/[^\r]\n/);
      }),
      runs,
    );
  });

  it('leave the same as JSON, one value or several after each other', () => {
    fc.assert(
      fc.property(
        fc.array(seeds, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0, 2),
        (several, indent) => {
          const manifests = several.map((seed) => manifestOf(seed).manifest);
          const written = manifests
            .map((manifest) => JSON.stringify(complete(manifest), null, indent))
            .join('\n');
          const { text } = projectText(written);
          expectNoSecret(text);
          expect(
            parseAllDocuments(text.replaceAll(/^\}(?=\n)/gm, '}\n---')).map(
              (document) => document.toJS() as unknown,
            ),
          ).toEqual(manifests.map(expected));
        },
      ),
      runs,
    );
  });

  it('leave the same when anchors tie parts together', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { manifest } = manifestOf(seed);
        const value = complete(manifest);
        // The same object twice is written as an anchor and an alias.
        const written = stringify({ ...(value as object), annotations: value });
        fc.pre(/[&]a1/.test(written)); // a manifest of two plain fields shares nothing
        const { text } = projectText(written);
        expectNoSecret(text);
        const { annotations = {}, ...kept } = parse(text) as Record<string, unknown>;
        expect(kept).toEqual(expected(manifest));
        // There they are a mistake, which stays one.
        expect(annotations).toEqual({});
      }),
      runs,
    );
  });

  it('are each cut by themselves in a file of several documents', () => {
    fc.assert(
      fc.property(fc.array(seeds, { minLength: 2, maxLength: 4 }), newlines, (several, newline) => {
        const made = several.map((seed) => manifestOf(seed));
        const written = made.map(({ write }) => write(newline)).join(`--- # next${newline}`);
        const documents = parseAllDocuments(projectText(written).text);
        expect(documents.map((document) => document.toJS() as unknown)).toEqual(
          made.map(({ manifest }) => expected(manifest)),
        );
      }),
      runs,
    );
  });

  it('stay the same, character by character, when they are cut again', () => {
    fc.assert(
      fc.property(seeds, newlines, (seed, newline) => {
        const once = projectText(manifestOf(seed).write(newline)).text;
        const twice = projectText(once);
        expect(twice.text).toBe(once);
        expect(Object.values(twice.dropped)).toEqual([0, 0, 0, 0, 0, 0]);
      }),
      runs,
    );
  });

  it('lose their secrets even when a line in them does not parse', () => {
    fc.assert(
      fc.property(seeds, newlines, (seed, newline) => {
        const written = `${manifestOf(seed).write(newline)}oops${newline}  : [${newline}`;
        expect(projectText(written).text).not.toContain(marker);
      }),
      runs,
    );
  });

  it('never make it throw, however they are damaged', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.nat(20),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        (seed, at, cut, put) => {
          const written = manifestOf(seed).write('\n');
          const where = at % written.length;
          const { text } = projectText(written.slice(0, where) + put + written.slice(where + cut));
          expect(typeof text).toBe('string');
        },
      ),
      runs,
    );
  });
});

describe('any text', () => {
  it('does not make it throw, and comes back as it is when it has none of the keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(projectText(text).text).toBe(text);
      }),
    );
  });

  it('nested a hundred thousand deep does not make it throw', () => {
    expect(() => projectText(`kind: Pod\nspec: ${'['.repeat(100_000)}`)).not.toThrow();
    expect(() =>
      projectText(`{"kind":"Pod","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    ).not.toThrow();
  });

  it('with aliases that expand without bound does not make it throw', () => {
    const bomb = ['kind: Pod', 'a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [now, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg']) {
      bomb.push(
        `${String(now)}: &${String(now)} [${Array(9)
          .fill(`*${String(before)}`)
          .join(',')}]`,
      );
    }
    expect(() => projectText(bomb.join('\n'))).not.toThrow();
  });
});
