import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { cutLines } from './cutLines';
import { newTally } from './droppedCounts';
import {
  complete,
  expected,
  marker,
  minor,
  randomFrom,
  randomManifest,
  writeYaml,
} from './manifests.test-data';
import { projectTokens } from './project';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });

describe('cutting by lines', () => {
  it('is possible for what kubectl writes, and leaves what policy needs', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), fc.boolean(), (seed, indentSeq, crlf) => {
        const manifest = randomManifest(randomFrom(seed));
        const text = stringify(complete(manifest), { indentSeq, lineWidth: 0, aliasDuplicateObjects: false });
        const source = crlf ? text.replaceAll('\n', '\r\n') : text;
        const tally = newTally();
        const cut = cutLines(source, tally);
        expect(cut).not.toBeNull();
        expect(cut).not.toMatch(new RegExp(`${marker}|${minor}`));
        expect(parse(cut ?? '')).toEqual(expected(manifest));
        const thorough = projectTokens(source);
        expect(cut).toBe(thorough?.text);
        expect(tally).toEqual(thorough?.dropped);
      }),
      { numRuns: 300 },
    );
  });

  it('in any other style is either right or left to the parser', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const manifest = randomManifest(random);
        const cut = cutLines(writeYaml(manifest, random), newTally());
        if (cut !== null) expect(parse(cut)).toEqual(expected(manifest));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['a comment', 'kind: Pod\n# env\nmetadata:\n  name: a\n'],
    ['a flow map', 'kind: Pod\nmetadata: {name: a}\n'],
    ['an alias', 'kind: Pod\nmetadata:\n  name: *a\n'],
    ['an anchor', 'kind: Pod\nmetadata: &a\n  name: b\n'],
    ['a scalar over several lines', 'kind: Pod\nmetadata:\n  name: a\n    b\n'],
    ['a block scalar', 'kind: Pod\nmetadata:\n  name: |\n    a\n'],
    ['two kinds', 'kind: Pod\nkind: Secret\n'],
    ['a quoted key', '"kind": Pod\nkind: Secret\n'],
    ['no kind', 'metadata:\n  name: a\n'],
    ['uneven columns', 'kind: Pod\nmetadata:\n  name: a\n namespace: b\n'],
    ['a tab', 'kind: Pod\nmetadata:\n\tname: a\n'],
    ['no line end', 'kind: Pod'],
  ])('is left to the parser where there is %s', (_, source) => {
    expect(cutLines(source, newTally())).toBeNull();
  });
});
