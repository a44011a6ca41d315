import { describe, expect, it } from 'vitest';
import { askOracle } from './ask';
import { mistakes } from './mistakes';
import type { RuleId } from './row';
import { ruleIds } from './row';
import { rows } from './rules';

/** Rules that are settled while decoding, and rules about what a Service is: no misreading of a policy can break them. */
const withoutMistake: readonly RuleId[] = [
  'P8',
  'L7',
  'L12',
  'S7',
  'B4',
  'B6',
  'V1',
  'V2',
  'V3',
  'E7',
  'E8',
  'E9',
];

it('has a misreading for every rule that can be misread', () => {
  const covered = new Set(mistakes.map(({ id }) => id));
  expect(ruleIds.filter((id) => !covered.has(id))).toEqual(withoutMistake);
});

describe('a row notices when', () => {
  it.each(mistakes)('$id: $what', ({ id, reading }) => {
    const broken = rows
      .filter((row) => row.id === id)
      .flatMap(({ manifests, cni, checks }) => {
        const ask = askOracle(manifests, cni, reading);
        return checks.filter((check) => ask(check) !== check.verdict);
      });
    expect(broken).not.toEqual([]);
  });
});
