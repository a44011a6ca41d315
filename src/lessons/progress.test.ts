import { describe, expect, it } from 'vitest';
import { decodeProgress, noProgress, withOwn, withStars } from './progress';

describe('what is remembered of lessons', () => {
  it('is read as it was written', () => {
    const progress = {
      stars: { a: 1, 'own/b': 2 },
      last: {
        key: 'a',
        hints: 2,
        isSolutionShown: true,
        text: { files: [{ name: 'a.yaml', text: 'half' }], cni: 'none' },
      },
      own: ['---\n'],
    };
    expect(decodeProgress(JSON.parse(JSON.stringify({ version: 1, ...progress })))).toEqual(progress);
  });

  it('is nothing where something else lies there', () => {
    for (const value of [null, 7, 'x', [], {}, { version: 2, stars: { a: 1 } }])
      expect(decodeProgress(value)).toEqual(noProgress);
  });

  it('leaves out what it does not know', () => {
    const odd = { version: 1, stars: { a: 3, b: 1, c: '2' }, last: { key: 1 }, own: [1, 'text'] };
    expect(decodeProgress(odd)).toEqual({ stars: { b: 1 }, last: null, own: ['text'] });
    expect(decodeProgress({ version: 1, last: { key: 'a', hints: -1 } }).last).toEqual({
      key: 'a',
      hints: 0,
      isSolutionShown: false,
    });
  });

  it('never loses a star', () => {
    const two = withStars({}, 'a', 2);
    expect(withStars(two, 'a', 1)).toBe(two);
    expect(withStars({ a: 1 }, 'a', 2)).toEqual({ a: 2 });
  });

  it('has the newest lesson somebody brought in front, without its older text, and not too many', () => {
    expect(withOwn(['old a', 'b'], 'new a', (text) => text.endsWith(' a'))).toEqual(['new a', 'b']);
    const many = Array.from({ length: 30 }, (_, index) => String(index));
    const kept = withOwn(many, 'new', () => false);
    expect(kept[0]).toBe('new');
    expect(kept.length).toBeLessThan(many.length);
  });
});
