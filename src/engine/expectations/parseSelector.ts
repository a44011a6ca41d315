import { t } from '../../language/t';
import type { LabelSelector, Requirement } from '../model/policy';
import { checkLabelValue, checkQualifiedName } from '../model/validateNames';

/** It comes from no place in a policy. */
const nowhere = { start: 0, end: 0 };

/**
 * `app=x,tier in (a,b),!canary`, as kubectl takes it; a sentence where it is none.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#list-and-watch-filtering
 */
export function parseSelector(text: string): LabelSelector | string {
  const requirements: Requirement[] = [];
  for (const part of text.split(/,(?![^(]*\))/)) {
    const requirement = parseRequirement(part.trim());
    if (typeof requirement === 'string') return requirement;
    requirements.push(requirement);
  }
  return { requirements, range: nowhere };
}

function parseRequirement(text: string): Requirement | string {
  const equal = /^([^\s=!()]+)\s*(==?|!=)\s*([^\s=!()]*)$/.exec(text);
  if (equal) {
    const [, key = '', sign, value = ''] = equal;
    return checked(key, sign === '!=' ? 'NotIn' : 'In', [value]);
  }
  const within = /^([^\s=!()]+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (within) {
    const [, key = '', word, list = ''] = within;
    const values = list.split(',').map((value) => value.trim());
    return checked(key, word === 'notin' ? 'NotIn' : 'In', values);
  }
  const exists = /^(!?)\s*([^\s=!()]+)$/.exec(text);
  if (exists) return checked(exists[2] ?? '', exists[1] === '!' ? 'DoesNotExist' : 'Exists', []);
  return t`“${text}” is no label condition: write app=web, app!=web, tier in (a,b), tier notin (a,b), app or !app`;
}

function checked(
  key: string,
  operator: Requirement['operator'],
  values: readonly string[],
): Requirement | string {
  const [wrong] = [...checkQualifiedName(key), ...values.flatMap(checkLabelValue)];
  return wrong ?? { key, operator, values, range: nowhere };
}
