import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText, manifest } from '../oracle/mangle';
import { splitDocuments } from '../parse/splitDocuments';
import type { Range } from '../source';
import { decodeDocument } from './decodeDocument';
import type { DecodedDocument } from './decodeParsed';

function checkRange({ start, end }: Range, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(start).toBeLessThanOrEqual(end);
  expect(end).toBeLessThanOrEqual(text.length);
}

function check(text: string): DecodedDocument {
  const decoded = decodeDocument(text);
  for (const { range } of [...decoded.diagnostics, ...decoded.objects, ...decoded.rejected])
    checkRange(range, text);
  for (const object of decoded.objects) if ('nameRange' in object) checkRange(object.nameRange, text);
  return decoded;
}

it('no text throws, and all ranges lie in it', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const document of splitDocuments(text)) check(document.text);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

it('something is left out exactly when there is an error', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const document of splitDocuments(text)) {
        const { diagnostics, rejected } = check(document.text);
        expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(rejected.length > 0);
      }
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('a JSON document means the same as YAML', () => {
  fc.assert(
    fc.property(manifest(), (text) => {
      for (const document of splitDocuments(text)) {
        if (!document.text.includes('{"')) continue;
        const viaYaml = decodeDocument(`${document.text} # not JSON any more\n`);
        expect(viaYaml).toEqual(decodeDocument(document.text));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('a list with a duplicate key and nothing in it is left out itself', () => {
  const { diagnostics, rejected } = check('\napiVersion:\napiVersion: v1\nkind: List\nitems: []');
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-duplicate-key']);
  expect(rejected).toHaveLength(1);
});
