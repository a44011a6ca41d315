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

  it('with comments in it is the same as by tokens, or left to the parser', () => {
    let cuts = 0;
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, indentSeq) => {
        const random = randomFrom(seed);
        const manifest = complete(randomManifest(random));
        const text = stringify(manifest, { indentSeq, lineWidth: 0, aliasDuplicateObjects: false });
        const source = commented(text, random);
        const tally = newTally();
        const cut = cutLines(source, tally);
        const thorough = projectTokens(source);
        // A comment in text that goes may have broken it.
        if (cut === null || thorough === null) return;
        cuts++;
        expect(cut, source).toBe(thorough.text);
        expect(tally).toEqual(thorough.dropped);
      }),
      { numRuns: 2000 },
    );
    expect(cuts).toBeGreaterThan(400);
  }, 30_000);

  it.each([
    'kind: Pod\nmetadata: # its name\n  name: a # env: b\n  labels: {} # none\n',
    'kind: Pod\n# above\nmetadata:\n  name: a\n  # one\n  # two\n  labels:\n    # in\n    b: c\n',
    '# Source: a chart\nkind: Service\nspec:\n  ports:\n  # web\n  - port: 80\n    # of it\n    name: web\n',
  ])('keeps comments between lines that stay: %j', (source) => {
    expect(cutLines(source, newTally())).toBe(source);
    expect(projectTokens(source)?.text).toBe(source);
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
    ['a comment above what goes', 'kind: Pod\n# a\nid: x\n'],
    ['a comment below what goes', 'kind: Pod\nid: x\n# a\nmetadata:\n  name: a\n'],
    ['a comment at the end', 'kind: Pod\nmetadata:\n  name: a\n# a\n'],
    ['a comment in another column', 'kind: Pod\nmetadata:\n# a\n  name: a\n'],
    ['a comment behind the kind', 'kind: Pod # a\nmetadata:\n  name: a\n'],
    ['a comment behind what is emptied', 'kind: Pod\nmetadata: # a\n  id: x\n'],
    ['a setting put out of use', 'kind: Pod\n# env:\nmetadata:\n  name: a\n'],
    ['a comment in a container', 'kind: Pod\nspec:\n  containers:\n  # a\n  - name: a\n'],
    ['a comment in an object of another kind', 'kind: Foo\n# a\nmetadata:\n  name: a\n'],
    ['a comment in a list', 'kind: List\nitems:\n- kind: Pod\n  # a\n  metadata:\n    name: a\n'],
    ['a flow map', 'kind: Pod\nmetadata: {name: a}\n'],
    ['an alias', 'kind: Pod\nmetadata:\n  name: *a\n'],
    ['an anchor', 'kind: Pod\nmetadata: &a\n  name: b\n'],
    ['a scalar over several lines', 'kind: Pod\nmetadata:\n  name: a\n    b\n'],
    ['a scalar below its key', 'kind: Pod\nmetadata:\n  labels:\n    app:\n      web\n'],
    ['a block scalar', 'kind: Pod\nmetadata:\n  name: |\n    a\n'],
    ['two kinds', 'kind: Pod\nkind: Secret\n'],
    ['a quoted key', '"kind": Pod\nkind: Secret\n'],
    ['no kind', 'metadata:\n  name: a\n'],
    ['uneven columns', 'kind: Pod\nmetadata:\n  name: a\n namespace: b\n'],
    ['a tab', 'kind: Pod\nmetadata:\n\tname: a\n'],
    ['a comment behind a dash', 'kind: Pod\nspec:\n  containers:\n  - # a\n    name: a\n'],
    ['a dash alone', 'kind: Pod\nspec:\n  containers:\n  -\n    name: a\n'],
    [
      'an entry below a value',
      'kind: Job\nspec:\n  template:\n    metadata: a #b\n      labels:\n        c: d\n',
    ],
    ['an entry below a value that goes', 'kind: Pod\nmetadata:\n  uid: a\n    labels:\n      c: d\n'],
    ['an entry below a quoted value that goes', 'kind: Pod\nmetadata:\n  uid: "a"\n    b: c\n'],
    ['no line end', 'kind: Pod'],
  ])('is left to the parser where there is %s', (_, source) => {
    expect(cutLines(source, newTally())).toBeNull();
  });
});

/** The text with a comment or two above some of its lines, mostly in their column. */
function commented(text: string, random: () => number): string {
  const words = ['# by hand', '# by hand', '#', '# - name: a', '# env: [a]', '  # further in'];
  const share = random() * 0.2;
  const behind = (line: string): string =>
    random() < share && !line.startsWith('kind') ? `${line} # b` : line;
  return text.replace(/^.+$/gm, behind).replace(/^( *)(?=[^ \n])/gm, (blanks: string) => {
    if (random() > share) return blanks;
    const column = random() < 0.1 ? blanks.slice(2) : blanks;
    const lines = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => {
      const word = words[Math.floor(random() ** 3 * words.length)] ?? '#';
      return `${column}${word}\n`;
    });
    return lines.join('') + blanks;
  });
}
