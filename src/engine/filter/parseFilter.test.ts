import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from './expression';
import { parseFilter } from './parseFilter';

/** An expression without places, as a person would bracket it. */
function told(one: Expression | null): string {
  switch (one?.kind) {
    case undefined:
      return '';
    case 'and':
    case 'or':
      return `(${one.parts.map(told).join(` ${one.kind} `)})`;
    case 'not':
      return `not ${told(one.part)}`;
    case 'end':
      return `${one.end}[${told(one.of)}]`;
    case 'text':
      return `"${one.text}"`;
    case 'named':
    case 'ns':
    case 'kind':
    case 'policy':
      return `${one.kind}:${one.name}`;
    case 'label':
      return `label:${one.key}${one.value === null ? '' : `=${one.value}`}`;
    case 'port':
      return `port:${JSON.stringify(one.ports)}`;
    case 'verdict':
      return `${one.verdict}${one.ports === null ? '' : `@${JSON.stringify(one.ports)}`}`;
  }
}
const read = (text: string): string => told(parseFilter(text).expression);
const codes = (text: string): readonly string[] =>
  parseFilter(text).problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

describe('a filter', () => {
  it('joins what stands side by side with and, which binds closer than or', () => {
    expect(read('ns:shop web or label:tier')).toBe('((ns:shop and "web") or label:tier)');
    expect(read('ns:shop AND (web OR label:tier=2)')).toBe('(ns:shop and ("web" or label:tier=2))');
  });

  it('takes not, a dash and an exclamation mark before anything', () => {
    expect(read('not ns:shop')).toBe('not ns:shop');
    expect(read('-ns:shop !(a b)')).toBe('(not ns:shop and not ("a" and "b"))');
    expect(read('kube-dns')).toBe('"kube-dns"');
    expect(read('--web')).toBe('not not "web"');
  });

  it('keeps what is quoted together', () => {
    expect(read('"Everything else" x')).toBe('("Everything else" and "x")');
    expect(read('kind:"External"')).toBe('kind:External');
  });

  it('takes a name, a term or a parenthesis after from and to', () => {
    expect(read('from:web to:ns:db')).toBe('(source[named:web] and destination[ns:db])');
    expect(read('to:(ns:db -label:app=x)')).toBe('destination[(ns:db and not label:app=x)]');
    expect(read('from:not')).toBe('source[named:not]');
  });

  it('reads ports as numbers, ranges and names, with and without a protocol', () => {
    const tcp = '{"protocol":"TCP","from":80,"to":80}';
    expect(read('port:tcp/80')).toBe(`port:[${tcp}]`);
    expect(read('port:80/tcp')).toBe(`port:[${tcp}]`);
    expect(read('port:8000-8080,dns')).toBe(
      'port:[{"protocol":null,"from":8000,"to":8080},{"protocol":null,"name":"dns"}]',
    );
  });

  it('takes a verdict beside ports as one about those ports', () => {
    const ports = '[{"protocol":null,"from":80,"to":80}]';
    expect(read('verdict:blocked port:80')).toBe(`blocked@${ports}`);
    expect(read('port:80 ns:a -verdict:open')).toBe(`(ns:a and not open@${ports})`);
    expect(read('verdict:blocked or port:80')).toBe(`(blocked or port:${ports})`);
  });

  it('leaves out what is not finished, and says where', () => {
    expect(codes('ns:')).toEqual(['missing-value ns:']);
    expect(codes('ns: shop')).toEqual(['missing-value ns:']);
    expect(read('ns: shop')).toBe('"shop"');
    expect(codes('web and')).toEqual(['missing-operand and']);
    expect(codes('or web')).toEqual(['missing-operand or']);
    expect(codes('a not')).toEqual(['missing-operand not']);
    expect(codes('-')).toEqual(['missing-operand -']);
    expect(codes('(a or b')).toEqual(['unclosed-parenthesis (a or b']);
    expect(read('(a or b')).toBe('("a" or "b")');
    expect(codes('a) b')).toEqual(['unexpected )']);
    expect(codes('"a b')).toEqual(['unclosed-quote "a b']);
    expect(codes('from:')).toEqual(['missing-value from:']);
  });

  it('says what it does not know', () => {
    expect(codes('colour:red ns:a')).toEqual(['unknown-term colour:']);
    expect(read('colour:red ns:a')).toBe('ns:a');
    expect(codes('verdict:green')).toEqual(['unknown-verdict verdict:green']);
    for (const port of ['0', '65536', '9-1', 'udp/', 'x/y/z', 'udp/tcp/1', '-1', '!']) {
      expect(codes(`port:${port}`), port).toEqual([`bad-port port:${port}`]);
    }
    expect(codes('from:verdict:open')).toEqual(['pair-term-in-end from:verdict:open']);
  });

  it('does not take an address for a term', () => {
    expect(read('fd00::/8 to:fd00::1 10.0.0.0/8')).toBe(
      '("fd00::/8" and destination[named:fd00::1] and "10.0.0.0/8")',
    );
    expect(parseFilter('fd00::/8').problems).toEqual([]);
  });

  it('never throws, and places every problem inside the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '-',
      '!',
      ' ',
      'and',
      'or',
      'not',
      'ns:',
      'from:',
      'to:',
      'port:',
      'verdict:',
      'label:',
      'policy:',
      'a',
      '80',
      '/',
      '=',
      ':',
      '::',
      '*',
      'blocked',
      '\n',
      '🙂',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
        ),
        (text) => {
          const { problems } = parseFilter(text);
          for (const { start, end } of problems) {
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(() => parseFilter('('.repeat(20_000))).not.toThrow();
    expect(() => parseFilter('-'.repeat(20_000))).not.toThrow();
    expect(() => parseFilter('from:'.repeat(5000))).not.toThrow();
  });
});
