import { describe, expect, it } from 'vitest';
import { foldableBlocks } from './foldableBlocks';

const folds = (text: string): readonly string[] =>
  foldableBlocks(text).map(({ start, end }) => `${String(start)}-${String(end)}`);

describe('what can be folded', () => {
  it('is each document, and each key and item with lines below it', () => {
    const text = [
      '# about it',
      'kind: NetworkPolicy',
      'spec:',
      '  podSelector: {}',
      '  ingress:',
      '  - from:',
      '    - podSelector: {}',
      '',
      '    ports:',
      '    - port: 80',
      '  # the end',
      '---',
      'kind: Pod',
    ].join('\n');
    expect(folds(text)).toEqual(['2-10', '3-10', '5-10', '6-10', '9-10']);
  });

  it('is the same whether or not the dashes of a list stand further right', () => {
    expect(folds('a:\n  - b: 1\n    c: 2\n  - d\ne: 1\n')).toEqual(folds('a:\n- b: 1\n  c: 2\n- d\ne: 1\n'));
  });

  it('begins anew behind a marker, with text behind it or not', () => {
    expect(folds('a: 1\nb: 2\n--- # next\nc: 1\nd: 2\n...\n')).toEqual(['1-2', '4-5']);
    expect(folds('a: 1\n---b: 2\n')).toEqual(['1-2']);
  });

  it('is found in a text with a mistake, and nothing in one without lines', () => {
    expect(folds('a:\n  b: [\n  c\n d: 1\n')).toEqual(['1-4']);
    expect(folds('')).toEqual([]);
    expect(folds('kind: Pod')).toEqual([]);
  });
});
