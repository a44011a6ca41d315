import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, verdict } from './manifests.testing';

const code = 'except-reopened';
const web = pod('shop', 'web');
const internet = policy(
  'shop',
  'internet',
  'web',
  `policyTypes: [Egress]
egress:
  - to:
      - ipBlock:
          cidr: 0.0.0.0/0
          except:
            - 10.0.0.0/8
            - 169.254.169.254/32 # credentials`,
);
const more = (rule: string, app: string | null = 'web'): string =>
  policy('shop', 'more', app, `policyTypes: [Egress]\negress:\n  - ${rule}`);

it('is found where another policy has a block around it, and the fix excepts it there', () => {
  const text = internet + more('to:\n      - ipBlock:\n          cidr: 169.254.0.0/16 # local') + web;
  const [finding, another] = findingsOfCode(text, code);
  expect(another).toBeUndefined();
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toBe('169.254.169.254/32');
  expect(verdict(text, 'shop/web', '169.254.169.254')).toBe('allow');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# local');
  expect(verdict(fixed, 'shop/web', '169.254.169.254')).toBe('deny');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is told once for both where everything is allowed', () => {
  expect(findingsOfCode(internet + more('{}') + web, code)).toHaveLength(1);
  expect(codesIn(internet + more('{}') + web)).not.toContain('cancelled-by-broader');
});

it.each([
  ['a part of it is opened', more('{to: [{ipBlock: {cidr: 10.1.2.3/32}}]}')],
  ['one port of it is opened', more('{ports: [{port: 53, protocol: UDP}]}')],
  ['pods are opened', more('{to: [{namespaceSelector: {}}]}')],
  ['other pods may go there', more('{}', 'other') + pod('shop', 'other')],
])('is not found when %s', (_, text) => {
  expect(findingsOfCode(internet + text + web, code)).toEqual([]);
});
