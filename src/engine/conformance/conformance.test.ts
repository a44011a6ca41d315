import { describe, expect, it } from 'vitest';
import { askEngine, askOracle, decode } from './ask';
import type { Ask } from './ask';
import { knownGaps } from './knownGaps';
import { party } from './notation';
import { ruleIds } from './row';
import type { Check } from './row';
import { remarks, rows } from './rules';
import { upstreamTables } from './upstream';

const show = ({ from, to, protocol, port }: Check): string =>
  `${'pod' in from ? from.pod : from.ip} to ${'pod' in to ? to.pod : to.ip} ${protocol} ${String(port)}`;

/** Expected beside answered: every difference of a table shows in one failure. */
const compare = (checks: readonly Check[], ask: Ask): void => {
  expect(checks.map((check) => `${show(check)}: ${ask(check)}`)).toEqual(
    checks.map((check) => `${show(check)}: ${check.verdict}`),
  );
};

const errorsOf = (manifests: string): { code: string; path: string }[] =>
  decode(manifests)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => ({ code, path }));

it('has a row or a remark for every rule', () => {
  const covered = new Set([...rows, ...remarks].map(({ id }) => id));
  expect(ruleIds.filter((id) => !covered.has(id))).toEqual([]);
});

it('has checks or diagnostics in every row', () => {
  expect(rows.filter(({ checks, diagnostics }) => checks.length + diagnostics.length === 0)).toEqual([]);
});

it('holds all 65 tables of the upstream suite', () => {
  expect(upstreamTables).toHaveLength(65);
});

describe('rules', () => {
  const named = rows.map((row) => ({ ...row, name: `${row.id}: ${row.rule}` }));

  it.each(named)('$name (text)', ({ manifests, diagnostics }) => {
    expect(errorsOf(manifests)).toEqual(diagnostics);
  });

  it.each(named.filter(({ diagnostics }) => diagnostics.length > 0))(
    '$name (never a verdict instead of an error)',
    ({ manifests, cni }) => {
      const ask = askEngine(manifests, cni);
      const [a, b] = [party('x/a'), party('x/b')];
      const answers = [
        ask({ from: a, to: b, protocol: 'TCP', port: 80 }),
        ask({ from: b, to: a, protocol: 'TCP', port: 80 }),
      ];
      expect(answers).toContain('unknown');
    },
  );

  const decided = named.filter(({ checks }) => checks.length > 0);

  it.each(decided)('$name (oracle)', ({ manifests, checks, cni }) => {
    compare(checks, askOracle(manifests, cni));
  });

  it.each(decided)('$name (engine)', ({ name, manifests, checks, cni }) => {
    const attempt = (): void => {
      compare(checks, askEngine(manifests, cni));
    };
    if (knownGaps.includes(name)) expect(attempt).toThrow();
    else attempt();
  });
});

describe('upstream', () => {
  it.each(upstreamTables)('$name (oracle)', ({ manifests, checks }) => {
    expect(errorsOf(manifests)).toEqual([]);
    compare(checks, askOracle(manifests, 'spec'));
  });

  it.each(upstreamTables)('$name (engine)', ({ name, manifests, checks }) => {
    const attempt = (): void => {
      compare(checks, askEngine(manifests, 'spec'));
    };
    if (knownGaps.includes(name)) expect(attempt).toThrow();
    else attempt();
  });
});

it('lists only gaps that name a row', () => {
  const names = new Set([
    ...rows.map(({ id, rule }) => `${id}: ${rule}`),
    ...upstreamTables.map(({ name }) => name),
  ]);
  expect(knownGaps.filter((gap) => !names.has(gap))).toEqual([]);
});
