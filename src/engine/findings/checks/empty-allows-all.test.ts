import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'empty-allows-all';
const rest = namespaces('shop', 'team') + pod('shop', 'web') + pod('shop', 'api') + pod('team', 'client');
const withSpec = (spec: string, name = 'web'): string => policy('shop', name, 'web', spec) + rest;

describe('an empty rule', () => {
  const text = withSpec('ingress:\n  - {} # nobody, I hope');

  it('is found, and concerns who is opened', () => {
    const [finding] = findingsOfCode(text, code);
    expect(finding?.severity).toBe('warning');
    expect(finding && markedIn(text, finding)).toBe('{}');
    expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
  });

  it('is a note where the name says so', () => {
    expect(findingsOfCode(withSpec('ingress:\n  - {}', 'allow-all'), code)[0]?.severity).toBe('info');
  });

  it('is a note where pods are public on purpose, and for what leaves', () => {
    const service = `---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n`;
    expect(findingsOfCode(`${text}${service}`, code)[0]?.severity).toBe('info');
    const leaves = withSpec('policyTypes: [Ingress, Egress]\negress:\n  - {}');
    expect(findingsOfCode(leaves, code)[0]?.severity).toBe('info');
  });

  it('is narrowed or taken away by its fixes', () => {
    const [narrow, none] = findingsOfCode(text, code)[0]?.fixes ?? [];
    const narrowed = applyFix(text, narrow);
    expect(narrowed).toContain('# nobody, I hope');
    expect(verdict(narrowed, 'team/client', 'shop/web')).toBe('deny');
    expect(verdict(narrowed, 'shop/api', 'shop/web')).toBe('allow');
    expect(codesIn(narrowed)).not.toContain(code);
    expect(verdict(applyFix(text, none), 'shop/api', 'shop/web')).toBe('deny');
  });
});

describe('an empty list of peers', () => {
  const text = withSpec('ingress:\n  - from: []\n    ports:\n      - port: 80 # web');

  it('is found where it is written', () => {
    const [finding] = findingsOfCode(text, code);
    expect(finding && markedIn(text, finding)).toBe('from');
    expect(codesIn(withSpec('ingress:\n  - from:\n    ports:\n      - port: 80'))).toContain(code);
    expect(codesIn(withSpec('policyTypes: [Egress]\negress:\n  - to: []'))).toContain(code);
  });

  it('is closed or taken away by its fixes', () => {
    const [narrow, keep] = findingsOfCode(text, code)[0]?.fixes ?? [];
    expect(verdict(applyFix(text, narrow), 'team/client', 'shop/web')).toBe('deny');
    const kept = applyFix(text, keep);
    expect(verdict(kept, 'team/client', 'shop/web')).toBe('allow');
    expect(kept).toContain('# web');
    expect(codesIn(kept)).not.toContain(code);
  });
});

it('is not found in a rule for a public port', () => {
  expect(codesIn(withSpec('ingress:\n  - ports:\n      - port: 80'))).not.toContain(code);
});

describe('an empty list of rules', () => {
  const text = withSpec('ingress: []', 'allow-web');

  it('is found where the name says that something is allowed', () => {
    expect(codesIn(text)).toContain(code);
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(verdict(text, 'shop/api', 'shop/web')).toBe('deny');
    expect(verdict(fixed, 'shop/api', 'shop/web')).toBe('allow');
  });

  it('is how everything is denied', () => {
    expect(codesIn(withSpec('ingress: []', 'deny-all'))).not.toContain(code);
    expect(codesIn(withSpec('policyTypes: [Ingress]', 'web'))).not.toContain(code);
  });
});
