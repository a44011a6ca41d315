import { expect, it } from 'vitest';
import { Session } from '../../session';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'direction-not-listed';
const rest = namespaces('shop') + pod('shop', 'web') + pod('shop', 'api') + pod('shop', 'db');
const withTypes = (types: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes:${types}\negress: # to the api\n  - to:\n      - podSelector: {matchLabels: {app: api}}`,
  ) + rest;

it.each(['\n  - Ingress # in', ' [Ingress] # in', ' ["Ingress"] # in'])(
  'is listed by the fix: %j',
  (types) => {
    const text = withTypes(types);
    const [finding] = findingsOfCode(text, code);
    expect(finding && markedIn(text, finding)).toBe('egress');
    expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# in');
    expect(codesIn(fixed)).not.toContain(code);
    expect(verdict(text, 'shop/web', 'shop/db')).toBe('allow');
    expect(verdict(fixed, 'shop/web', 'shop/db')).toBe('deny');
  },
);

it('is listed in place of what is listed twice, as three are refused', () => {
  const text = withTypes(' [Ingress, Ingress] # in');
  const [finding] = findingsOfCode(text, code);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('policyTypes: [Ingress, Egress] # in');
  expect(verdict(fixed, 'shop/web', 'shop/db')).toBe('deny');
});

it('takes the place of the diagnostic', () => {
  const text = withTypes(' [Ingress]');
  const session = new Session();
  const { diagnostics } = session.analyze([{ id: 'a.yaml', name: 'a.yaml', text }], 'spec');
  const [finding] = findingsOfCode(text, code);
  expect(diagnostics.map(({ code: told, place }) => [told, place.start])).toContainEqual([
    finding?.replaces,
    finding?.place.start,
  ]);
});

it('is found for ingress rules too, and not where the direction is listed', () => {
  expect(codesIn(policy('shop', 'web', 'web', 'policyTypes: [Egress]\ningress: [{}]') + rest)).toContain(
    code,
  );
  expect(codesIn(withTypes(' [Ingress, Egress]'))).not.toContain(code);
});
