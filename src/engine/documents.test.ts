import { describe, expect, it } from 'vitest';
import { random } from '../bench/generate';
import type { Diagnostic } from './diagnostic';
import { decodeRegular } from './model/decodeRegular';
import { DocumentCache, type OpenDocument } from './documents';
import { decodeDocument, decodeThoroughly } from './model/decodeDocument';
import type { DecodedDocument } from './model/decodeParsed';
import { kubectlList, kubectlObjects } from './parse/regular/kubectl.test-data';
import { parseDocument } from './parse/parseDocument';
import { slips } from './parse/regular/slips.test-data';
import { splitDocuments } from './parse/splitDocuments';
import type { SourceFile } from './source';

function newCache(): DocumentCache {
  const cache = new DocumentCache();
  cache.readRegular = decodeRegular;
  cache.parse = parseDocument;
  return cache;
}

const file = (text: string, id = 'a'): SourceFile => ({ id, name: `${id}.yaml`, text });
const config = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
const item = (name: string): string => `- ${config(name).trimEnd().replaceAll('\n', '\n  ')}\n`;
const list = (...items: string[]): string => `apiVersion: v1\nitems:\n${items.join('')}kind: List\n`;

function names(documents: readonly OpenDocument[]): string[] {
  return documents.flatMap(({ decoded }) => decoded.objects.map(({ name }) => name));
}

/** Everything with places in the file, which hide how it was cut. */
function placed(documents: readonly { start: number; decoded: DecodedDocument }[]): unknown {
  const move = (value: unknown, by: number): unknown => {
    if (value instanceof Map) return [...value];
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return items.map((each) => move(each, by));
    }
    if (value === null || typeof value !== 'object') return value;
    const moved = Object.entries(value).map(([key, each]): [string, unknown] => [key, move(each, by)]);
    const fields = new Map<string, unknown>(moved);
    const [start, end] = [fields.get('start'), fields.get('end')];
    return typeof start === 'number' && typeof end === 'number'
      ? { start: start + by, end: end + by }
      : Object.fromEntries<unknown>(moved);
  };
  const all = documents.map(({ start, decoded }) => ({
    objects: move(decoded.objects, start),
    rejected: move(decoded.rejected, start),
    diagnostics: move(decoded.diagnostics, start),
  }));
  const diagnostics = all.flatMap((each) => each.diagnostics).map((each) => JSON.stringify(each));
  return {
    objects: all.flatMap(({ objects }) => objects),
    rejected: all.flatMap(({ rejected }) => rejected),
    diagnostics: diagnostics.sort(),
  };
}

const whole = (text: string): unknown =>
  placed(
    splitDocuments(text).map(({ start, text: piece }) => ({
      start,
      decoded: decodeThoroughly(piece, 'document'),
    })),
  );

describe('a list', () => {
  it('gives what it gives when it is read at once', () => {
    const text = kubectlList(kubectlObjects(60, 5));
    const cache = newCache();
    expect(placed(cache.open([file(text)]))).toEqual(whole(text));
    expect([cache.parsed, cache.readFast]).toEqual([60, 60]);
  });

  it('gives the same also with faults in it, as long as it can be parsed', () => {
    const next = random(6);
    let compared = 0;
    for (let round = 0; round < 150; round++) {
      const text = slips(kubectlList(kubectlObjects(20, round).slice(9, 16)), 1, next);
      const isParsed = splitDocuments(text).every(({ text: piece }) =>
        isWhole(decodeDocument(piece).diagnostics),
      );
      if (!isParsed) continue;
      compared++;
      expect(placed(newCache().open([file(text)])), text).toEqual(whole(text));
    }
    expect(compared).toBeGreaterThan(40);
  }, 30_000);

  it('costs one item when one item changes', () => {
    const text = kubectlList(kubectlObjects(42, 7));
    const cache = newCache();
    const before = cache.open([file(text)]);
    const after = cache.open([file(text.replace('phase: Running', 'phase: Failed'))]);
    expect(cache.parsed).toBe(43);
    expect(after.filter(({ decoded }) => !before.some((old) => old.decoded === decoded))).toHaveLength(1);
  });

  it('loses one item when one item is broken', () => {
    const documents = newCache().open([file(list(item('a'), '- kind: [\n', item('b')))]);
    expect(names(documents)).toEqual(['a', 'b']);
    expect(documents[1]?.decoded.diagnostics).toMatchObject([{ code: 'yaml-syntax', severity: 'error' }]);
    expect(documents[1]?.decoded.rejected).toHaveLength(1);
  });

  it('is read at once when an item uses the anchor of another', () => {
    const text = list(item('a').replace('name: a', 'name: &n a'), item('b').replace('name: b', 'name: *n'));
    const documents = newCache().open([file(text)]);
    expect(documents).toHaveLength(1);
    expect(names(documents)).toEqual(['a', 'a']);
  });
});

/** A list that cannot be parsed is lost as a whole, an item is not: what else may differ is how a path begins. */
function isWhole(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ code, path }) => !/^yaml-[sa]/.test(code) && !path.startsWith('items'));
}

describe('documents', () => {
  it('stay the same objects wherever they move', () => {
    const cache = newCache();
    const [a] = cache.open([file(`${config('a')}---\n`), file(config('c'), 'b')]);
    const moved = cache.open([
      file('', 'a'),
      file(`${config('c')}---\n${config('b')}---\n`, 'b'),
      file(config('a') + '---\n', 'd'),
    ]);
    expect(names(moved)).toEqual(['c', 'b', 'a']);
    expect(moved.at(-2)?.decoded ?? moved.at(-1)?.decoded).toBeDefined();
    expect(moved.some(({ decoded }) => decoded === a?.decoded)).toBe(true);
  });

  it('cost nothing more when they were read ahead, and are what they would have been', () => {
    const texts = [config('a'), config('b'), '# odd\nkind: [x\n', config('b')];
    const text = texts.map((each) => `---\n${each}`).join('');
    const cache = newCache();
    cache.readAhead(text);
    const { parsed } = cache;
    const documents = cache.open([file(text)]);
    // Of two that are the same, one was kept.
    expect([parsed, cache.parsed]).toEqual([4, 5]);
    expect(placed(documents)).toEqual(whole(text));
    expect(new Set(documents.map(({ decoded }) => decoded)).size).toBe(4);
  });

  it('that were read ahead are forgotten when told so', () => {
    const cache = newCache();
    cache.readAhead(config('a'));
    cache.forgetAhead();
    cache.open([file(config('a'))]);
    expect(cache.parsed).toBe(2);
  });

  it('with the same text have each a decoded object of their own', () => {
    const cache = newCache();
    const twice = `---\n${config('a')}`.repeat(2);
    const [first, second] = cache.open([file(twice)]);
    expect(first?.decoded).toEqual(second?.decoded);
    expect(first?.decoded).not.toBe(second?.decoded);
    const thrice = cache.open([file(twice + `---\n${config('a')}`)]);
    expect(new Set(thrice.map(({ decoded }) => decoded)).size).toBe(3);
    expect(cache.parsed).toBe(3);
  });

  it('are what they would be without a cache, after any edits', () => {
    const next = random(8);
    for (let round = 0; round < 60; round++) {
      const cache = newCache();
      let text =
        next(2) === 0 ? list(item('a'), item('b'), item('c')) : `${config('a')}---\n${config('b')}---\n`;
      for (let edit = 0; edit < 12; edit++) {
        text = slips(text, 1, next);
        const seen = cache.open([file(text), file(config('z'), 'z')]);
        expect(placed(seen), text).toEqual(placed(newCache().open([file(text), file(config('z'), 'z')])));
        expect(seen.every((document) => document.file.id === 'z' || document.file.text === text)).toBe(true);
      }
    }
  });

  it('keep the decoded objects of files that do not change, and the file object of now', () => {
    const cache = newCache();
    const [before] = cache.open([file(config('a'))]);
    const [same] = cache.open([file(config('a'))]);
    expect(same?.decoded).toBe(before?.decoded);
    const [renamed] = cache.open([{ ...file(config('a')), name: 'new.yaml' }]);
    expect(renamed).toMatchObject({ file: { name: 'new.yaml' } });
    expect(cache.parsed).toBe(1);
  });
});
