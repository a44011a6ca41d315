import { expect, test } from 'vitest';
import type { Answer } from '../../engine';
import { pairKey, type Lens } from '../../state/lensStore';
import { seenThrough, type Seen } from '../../state/seen';
import { answerOf, largeCluster, microserviceShop } from '../fixtures.test-data';
import { sum } from './countLine';
import { edgesToDraw, type Drawing } from './edgesToDraw';
import { focusOf, seenFocus, strengthOf, strengths } from './focus';
import { surveyOf } from './survey';

const seenIn = ({ topology }: Answer, more: Partial<Lens>): Seen | null =>
  seenThrough({ filter: { label: '', entities: null, pairs: null, rest: 'hidden', ...more } }, topology);

const drawnThrough = (answer: Answer, seen: Seen | null): Drawing =>
  edgesToDraw(answer, surveyOf(answer, null, seen), {
    shown: { allowed: true, blocked: true, open: true },
    focus: focusOf({ kind: 'nothing' }, answer.topology),
    changed: new Set(),
    everything: false,
    onMap: false,
    seen,
  });

const idsOf = ({ topology }: Answer, ...names: readonly string[]): readonly string[] =>
  topology.entities.filter(({ name }) => names.includes(name)).map(({ id }) => id);

test('lines of hidden cards are neither drawn nor counted among the others, but counted as hidden', () => {
  const answer = microserviceShop();
  const seen = seenIn(answer, { entities: new Set(idsOf(answer, 'adservice', 'frontend')) });
  const { pairs, counts } = drawnThrough(answer, seen);
  const all = drawnThrough(answer, null).counts;
  expect(pairs.length).toBe(2);
  expect(sum(counts.total)).toBe(2);
  expect(counts.hidden + sum(counts.total)).toBe(sum(all.total) + all.told);
});

test('what a lens concerns is drawn even where the picture is too crowded for lines', () => {
  const answer = largeCluster();
  expect(drawnThrough(answer, null).pairs).toEqual([]);
  const team = answer.topology.entities.filter((one) => 'namespace' in one && one.namespace === 'team-05');
  const dimmed = seenIn(answer, { entities: new Set(team.map(({ id }) => id)), rest: 'dimmed' });
  const { pairs, background } = drawnThrough(answer, dimmed);
  const inTeam = (index: number): boolean => team.some((one) => one === answer.topology.entities[index]);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.every(({ source, destination }) => inTeam(source) && inTeam(destination))).toBe(true);
  expect(background.length).toBeGreaterThan(0);
});

test('pairs a lens names are drawn whatever they say, but never more than the page can bear', () => {
  const names = Array.from({ length: 40 }, (_, index) => `app-${String(index)}`);
  const answer = answerOf({
    workloads: names.map((name) => ({ namespace: 'shop', name, ingress: true })),
    externals: [],
    allowed: [],
  });
  const ids = idsOf(answer, ...names);
  const [first = '', second = ''] = ids;
  const one = drawnThrough(
    answer,
    seenIn(answer, { pairs: new Set([pairKey(first, second)]), rest: 'dimmed' }),
  );
  expect(one.pairs).toHaveLength(1);
  const pairs = new Set(ids.flatMap((from) => ids.map((to) => pairKey(from, to))));
  expect(drawnThrough(answer, seenIn(answer, { pairs, rest: 'dimmed' })).pairs).toHaveLength(300);
});

test('what is dimmed is faint, unless it is selected', () => {
  const answer = microserviceShop();
  const size = answer.topology.entities.length;
  const [ad = ''] = idsOf(answer, 'adservice');
  const seen = seenIn(answer, { entities: new Set([ad]), rest: 'dimmed' });
  const at = answer.topology.entities.findIndex(({ id }) => id === ad);
  const other = at === 0 ? 1 : 0;
  const nothing = focusOf({ kind: 'nothing' }, answer.topology);
  const strength = strengths(nothing, seen, [], size);
  expect([strength(at), strength(other)]).toEqual(['plain', 'faded']);
  expect(strengthOf(nothing, seen, size, at * size + other)).toBe('faded');
  const selected = focusOf(
    { kind: 'entity', entity: answer.topology.entities[other]?.id ?? '' },
    answer.topology,
  );
  expect(strengthOf(selected, seen, size, at * size + other)).toBe('strong');
});

test('nothing steps back for a selection that is hidden', () => {
  const answer = microserviceShop();
  const [ad = ''] = idsOf(answer, 'adservice');
  const selected = focusOf({ kind: 'entity', entity: ad }, answer.topology);
  const others = answer.topology.entities.filter(({ id }) => id !== ad).map(({ id }) => id);
  const seen = seenIn(answer, { entities: new Set(others) });
  expect(seenFocus(selected, seen).ends.size).toBe(0);
  expect(seenFocus(selected, null)).toBe(selected);
});
