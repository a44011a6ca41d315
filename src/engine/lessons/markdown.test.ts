import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInlines } from './inlines';
import { readBlocks } from './markdown';

const text = (words: string) => ({ kind: 'text', text: words });

describe('a line', () => {
  it('has code, bold, emphasis and links', () => {
    expect(readInlines('a `b` **c** *d* _e_ [f](https://example.com/g)')).toEqual([
      text('a '),
      { kind: 'code', text: 'b' },
      text(' '),
      { kind: 'strong', inlines: [text('c')] },
      text(' '),
      { kind: 'em', inlines: [text('d')] },
      text(' '),
      { kind: 'em', inlines: [text('e')] },
      text(' '),
      { kind: 'link', href: 'https://example.com/g', inlines: [text('f')] },
    ]);
    expect(readInlines('**a `b`**')).toEqual([
      { kind: 'strong', inlines: [text('a '), { kind: 'code', text: 'b' }] },
    ]);
  });

  it('links to https only', () => {
    for (const href of ['javascript:alert', 'http://example.com', '//example.com', 'data:text/html,x', '']) {
      expect(readInlines(`see [here](${href}).`)).toEqual([text('see here.')]);
    }
  });

  it('is plain where nothing is meant', () => {
    for (const plain of [
      '2 * 3 * 4',
      'snake_case_name',
      'a ** b',
      '<b>no</b>',
      '`open',
      '[x]',
      '10.0.0.0/8',
    ]) {
      expect(readInlines(plain)).toEqual([text(plain)]);
    }
    expect(readInlines('\\*a\\*')).toEqual([text('*a*')]);
  });
});

describe('a text', () => {
  it('has headings, paragraphs, lists and code', () => {
    expect(
      readBlocks('# One\n\ntwo\nthree\n\n- a\n  b\n- c\n\n1. d\n2. e\n\n~~~yaml x\nf: 1\n\ng\n~~~\nh'),
    ).toEqual([
      { kind: 'heading', level: 2, inlines: [text('One')] },
      { kind: 'paragraph', inlines: [text('two three')] },
      { kind: 'list', isOrdered: false, items: [[text('a b')], [text('c')]] },
      { kind: 'list', isOrdered: true, items: [[text('d')], [text('e')]] },
      { kind: 'code', language: 'yaml', text: 'f: 1\n\ng' },
      { kind: 'paragraph', inlines: [text('h')] },
    ]);
  });

  it('ends a list with the next paragraph', () => {
    expect(readBlocks('- a\n\n- b\n\nc').map(({ kind }) => kind)).toEqual(['list', 'paragraph']);
  });

  it('never fails', () => {
    const signs = fc.constantFrom(
      '`',
      '```',
      '*',
      '**',
      '_',
      '[',
      '](',
      ')',
      'https://',
      '#',
      '- ',
      '1. ',
      '\n',
      '\\',
      'a ',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const blocks = readBlocks(parts.join(''));
        expect(JSON.stringify(blocks)).not.toContain('"href":"h"');
      }),
    );
  });
});
