import { expect, it } from 'vitest';
import type { Requirement } from '../model/policy';
import { nowhere } from '../oracle/randomPolicy';
import { selectorPhrase } from './sentences';

it.each<readonly [Requirement['operator'], readonly string[]]>([
  ['NotIn', ['']],
  ['NotIn', ['', 'b']],
  ['In', ['a', '', 'b']],
])('a value that is empty leaves no hole in a sentence: %s %j', (operator, values) => {
  const requirements = [{ key: 'app', operator, values, range: nowhere }];
  const phrase = selectorPhrase({ requirements, range: nowhere });
  expect(phrase).not.toMatch(/ {2}| $|, ,/);
});
