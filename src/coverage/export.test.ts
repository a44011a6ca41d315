import { expect, it } from 'vitest';
import type { Coverage, DirectionCoverage, NamespaceCoverage, PairCounts } from '../engine';
import { coverageCsv, coverageMarkdown } from './export';
import { pairsPhrase } from './words';

const direction: DirectionCoverage = {
  closure: 'partly',
  closed: 1,
  partly: 0,
  open: 1,
  unknown: 0,
  isolatedPods: 1,
  doubtfulPods: 0,
  pods: 2,
};
const counts: PairCounts = { pairs: 6, passing: 4, open: 1, unknown: 1 };
const area: NamespaceCoverage = {
  name: 'a',
  workloads: 2,
  pods: 2,
  policies: 1,
  ingress: direction,
  egress: { ...direction, closure: 'open', closed: 0, open: 2, isolatedPods: 0 },
  into: counts,
  outOf: { ...counts, passing: 5 },
  fromOutside: { pairs: 2, passing: 1, open: 1, unknown: 0 },
  toOutside: { pairs: 2, passing: 2, open: 2, unknown: 0 },
  unselected: {
    count: 2,
    first: [{ id: 'Pod/a/two', name: 'two', namespace: 'a', isPart: true }],
  },
  exempt: { count: 0, first: [] },
};
const coverage: Coverage = {
  cluster: area,
  namespaces: [area],
  idle: {
    count: 1,
    first: [{ name: 'nobody', namespace: 'a', place: { file: 'a', start: 0, end: 1 } }],
  },
  doubtful: 0,
};

it('writes one line per namespace with every count as CSV', () => {
  const [head = '', row = '', rest] = coverageCsv(coverage, []).split('\r\n');
  expect(rest).toBe('');
  expect(row.split(',')).toHaveLength(head.split(',').length);
  expect(row.split(',')).toEqual([
    ...['a', '2', '1', 'partly', '1', 'open', '0'],
    ...['6', '4', '1', '1', '6', '5', '1', '2', '2', '0'],
  ]);
});

it('names in Markdown who is selected by no policy, and which policies select none', () => {
  const lines = coverageMarkdown(coverage, []).split('\n');
  expect(lines.filter((line) => line.startsWith('| a |'))).toHaveLength(1);
  expect(lines.some((line) => line.startsWith('- a/two'))).toBe(true);
  expect(lines).toContain('- and 1 more');
  expect(lines).toContain('- a/nobody');
});

it('tells of namespaces without workloads, too', () => {
  const empty = [
    { name: 'spare', declared: true, policies: 2 },
    { name: 'guessed', declared: false, policies: 0 },
  ];
  const lines = coverageCsv(coverage, empty).split('\r\n');
  const cells = lines.map((line) => line.split(','));
  expect(cells.map(({ length }) => length)).toEqual([17, 17, 17, 17, 1]);
  expect(cells[2]).toEqual(['spare', '0', '2', ...Array<string>(14).fill('')]);
  expect(cells[3]?.slice(0, 3)).toEqual(['guessed', '0', '0']);
  const told = coverageMarkdown(coverage, empty).split('\n');
  expect(told.filter((line) => /^- (spare|guessed): /.test(line))).toHaveLength(2);
});

it('says how many pairs are open, why, and of how many nothing can be said', () => {
  expect(pairsPhrase(counts, 'into it')).toMatch(/4 of 6.*\b1\b.*\b1\b/);
  expect(pairsPhrase({ pairs: 2, passing: 2, open: 2, unknown: 0 }, 'into it')).not.toMatch(/undecided|said/);
});
