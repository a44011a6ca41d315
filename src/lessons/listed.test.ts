import { describe, expect, it } from 'vitest';
import { lessonNamed } from './lessons.test-data';
import { listed, whereToGoOn } from './listed';

const a = lessonNamed('a', { title: 'Alpha door', level: 'first steps' });
const b = lessonNamed('b', { title: 'Beta' });
const c = lessonNamed('c', { title: 'Gamma', level: 'exam' });
const own = lessonNamed('a', { title: 'Mine', isOwn: true });
const all = [a, b, c];

describe('the list of lessons', () => {
  it('has a heading for each level, and one for what was brought along', () => {
    expect(listed(all, [own], '').map(({ entries }) => entries)).toEqual([[a], [b], [c], [own]]);
  });

  it('finds every word, in titles, summaries and concepts', () => {
    const found = (search: string) => listed(all, [own], search).flatMap(({ entries }) => entries);
    expect(found('  DOOR alpha')).toEqual([a]);
    expect(found('ingress gam')).toEqual([c]);
    expect(found('nothing')).toEqual([]);
  });
});

describe('where to go on', () => {
  const last = (key: string) => ({ key, hints: 0, isSolutionShown: false });

  it('is what is open, then what was opened last, then what follows and has no star', () => {
    expect(whereToGoOn(all, [], { last: last('a'), stars: {} }, b)).toEqual({ entry: b, isBegun: true });
    expect(whereToGoOn(all, [own], { last: last('own/a'), stars: {} }, null)?.entry).toBe(own);
    expect(whereToGoOn(all, [], { last: last('b'), stars: { b: 1 } }, null)).toEqual({
      entry: c,
      isBegun: false,
    });
    expect(whereToGoOn(all, [], { last: last('c'), stars: { c: 2 } }, null)?.entry).toBe(a);
  });

  it('is nowhere when every lesson has a star', () => {
    expect(whereToGoOn(all, [], { last: null, stars: { a: 1, b: 1, c: 2 } }, null)).toBeNull();
  });
});
