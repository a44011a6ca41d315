import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDocuments } from './splitDocuments';

const texts = (text: string): string[] => splitDocuments(text).map((document) => document.text);

describe('splitDocuments', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['a: 1', ['a: 1']],
    ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
    ['# first\n\n---\na: 1\n', ['# first\n\n---\na: 1\n']],
    ['%YAML 1.2\n---\na: 1\n', ['%YAML 1.2\n---\na: 1\n']],
    ['---\n---\na: 1\n', ['---\n', '---\na: 1\n']],
    ['a: 1\n--- # note\nb: 2', ['a: 1\n', '--- # note\nb: 2']],
    ['a: 1\n--- {b: 2}\n', ['a: 1\n', '--- {b: 2}\n']],
    ['a: 1\n---', ['a: 1\n', '---']],
    ['a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
    ['a: 1\n...\n---\nb: 2\n', ['a: 1\n...\n', '---\nb: 2\n']],
    ['a: 1\n----\nb: ---\n ---\n', ['a: 1\n----\nb: ---\n ---\n']],
    ['a: |\n  x\n---\nb: 2\n', ['a: |\n  x\n', '---\nb: 2\n']],
  ])('cuts %j at its markers', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('knows Windows line ends and byte order marks, also in the middle', () => {
    expect(texts('\uFEFFa: 1\r\n---\r\nb: 2\r\n\uFEFF---\r\nc: 3')).toEqual([
      '\uFEFFa: 1\r\n',
      '---\r\nb: 2\r\n',
      '\uFEFF---\r\nc: 3',
    ]);
  });

  it.each<[string, string[]]>([
    ['{"a":1}', ['{"a":1}']],
    ['{"a":1}\n{"b":2}\n', ['{"a":1}\n', '{"b":2}\n']],
    ['{"a":1}{"b":"}{\\"["} [3]', ['{"a":1}', '{"b":"}{\\"["} ', '[3]']],
    ['\uFEFF{"a":1} {"b":2}', ['\uFEFF{"a":1} ', '{"b":2}']],
    ['---\n{"a":1}\n{"b":2}\n---\nc: 3', ['---\n{"a":1}\n', '{"b":2}\n', '---\nc: 3']],
    ['{"a":1}\n{"b":', ['{"a":1}\n', '{"b":']],
    ['{"a":1}, {"b":2}', ['{"a":1}, {"b":2}']],
    ['{a: "}"}: b', ['{a: "}"}: b']],
    ['{"a', ['{"a']],
    ["a: {'b': 1}\n", ["a: {'b': 1}\n"]],
  ])('takes JSON values one by one: %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('loses no character and gives each piece its true offset', () => {
    const line = fc.constantFrom(
      '---',
      '--- ',
      '...',
      '# c',
      '%YAML 1.2',
      'a: 1',
      '{"a":"\\""}',
      '{',
      '',
      '\uFEFF---',
    );
    const end = fc.constantFrom('\n', '\r\n', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), (lines) => {
        const text = lines.flat().join('');
        const documents = splitDocuments(text);
        expect(documents.map((document) => document.text).join('')).toBe(text);
        for (const { start, text: piece } of documents) expect(text.startsWith(piece, start)).toBe(true);
      }),
    );
  });
});
