import { describe, expect, it } from 'vitest';
import type { LabelSelector, Requirement } from '../model/policy';
import { matchesLabels } from '../model/matchesLabels';
import { selectorKey } from './selectorKey';

const range = { start: 0, end: 0 };
const requirement = (operator: Requirement['operator'], ...values: string[]): Requirement => ({
  key: 'app',
  operator,
  values,
  range,
});
const selector = (...requirements: Requirement[]): LabelSelector => ({ requirements, range });

describe('a label selector', () => {
  // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
  it.each([
    ['In', requirement('In', 'web', 'api'), true, false, false],
    ['NotIn', requirement('NotIn', 'web', 'api'), false, true, true],
    ['Exists', requirement('Exists'), true, true, false],
    ['DoesNotExist', requirement('DoesNotExist'), false, false, true],
  ])('with %s decides by value and by presence of the key', (_, one, listed, other, missing) => {
    expect(matchesLabels(selector(one), new Map([['app', 'web']]))).toBe(listed);
    expect(matchesLabels(selector(one), new Map([['app', 'db']]))).toBe(other);
    expect(matchesLabels(selector(one), new Map([['tier', 'web']]))).toBe(missing);
  });

  it('without requirements matches everything', () => {
    expect(matchesLabels(selector(), new Map())).toBe(true);
  });

  it('needs every requirement to hold, also several on one key', () => {
    const never = selector(requirement('In', 'web'), requirement('NotIn', 'web'));
    expect(matchesLabels(never, new Map([['app', 'web']]))).toBe(false);
  });

  it('has one key however it is ordered, and other keys for other meanings', () => {
    const a = selector(requirement('In', 'web', 'api'), requirement('Exists'));
    const b = selector(requirement('Exists'), requirement('In', 'api', 'web'));
    expect(selectorKey(a)).toBe(selectorKey(b));
    expect(selectorKey(selector())).not.toBe(selectorKey(null));
  });
});
