import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Session } from '../session';
import { namespaces, pod, policy } from './checks/manifests.testing';
import { applyFix, findIn } from './find.testing';
import type { Finding } from './finding';

type Value = null | string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** Which keys get a question mark. */
type Asks = (key: string) => boolean;

/** The value with `? key` and `: value` on lines of their own, or in braces. */
function written(value: Value, asks: Asks, inBraces: Asks, column = 0): string {
  const pad = `\n${' '.repeat(column)}`;
  if (Array.isArray(value) && value.length > 0) {
    return value
      .map((item) => `${pad}- ${written(item as Value, asks, inBraces, column + 2).trimStart()}`)
      .join('');
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, one]) => {
      const text = inBraces(key) ? braced(one, asks) : written(one, asks, inBraces, column + 2);
      const isBelow = text.startsWith('\n');
      return asks(key)
        ? `${pad}? ${key}${pad}:${isBelow ? text : one === null ? '' : ` ${text}`}`
        : `${pad}${key}:${isBelow ? text : one === null ? '' : ` ${text}`}`;
    })
    .join('');
}

function braced(value: Value, asks: Asks): string {
  if (Array.isArray(value)) return `[${value.map((item) => braced(item as Value, asks)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) =>
    asks(key) ? `? ${key} : ${braced(one, asks)}` : `${key}: ${braced(one, asks)}`,
  );
  return `{${entries.join(', ')}}`;
}

const documents = (text: string): readonly Value[] =>
  text
    .split(/^---$/m)
    .filter((one) => one.trim() !== '')
    .map((one) => parse(one) as Value);
const rewritten = (text: string, asks: Asks, inBraces: Asks): string =>
  documents(text)
    .map((one) => `---${written(one, asks, inBraces)}\n`)
    .join('');

const cluster =
  namespaces('shop', 'other') +
  pod('shop', 'web', { ports: ['http:8080/TCP'] }) +
  pod('shop', 'db') +
  pod('other', 'spy') +
  pod('kube-system', 'coredns', { labels: { 'k8s-app': 'kube-dns' }, ports: ['dns:53/UDP'] });
const traps: Readonly<Record<string, string>> = {
  'selects-nothing': policy('other', 'p', 'web', 'ingress: []'),
  'null-selector': policy(
    'shop',
    'p',
    'db',
    'ingress: [{from: [{namespaceSelector: null, podSelector: {}}]}]',
  ),
  'and-or-dash': policy(
    'shop',
    'p',
    'db',
    'ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}}, {podSelector: {matchLabels: {app: spy}}}]}]',
  ),
  'empty-allows-all': policy('shop', 'p', 'db', 'ingress: [{from: []}]'),
  'dns-forgotten': policy(
    'shop',
    'p',
    'web',
    'policyTypes: [Egress]\negress: [{to: [{podSelector: {matchLabels: {app: db}}}]}]',
  ),
  'direction-not-listed': policy('shop', 'p', 'db', 'policyTypes: [Ingress]\negress: [{}]'),
  'types-omitted': policy('shop', 'p', 'db', 'egress: [{ports: [{port: 80}]}]'),
  'host-bits': policy('shop', 'p', 'db', 'ingress: [{from: [{ipBlock: {cidr: 10.1.2.3/24}}]}]'),
  'named-port': policy('shop', 'p', 'web', 'ingress: [{ports: [{port: htp}]}]'),
  'mistyped-field': policy('shop', 'p', 'web', 'ingress: [{form: []}]'),
};

const errorsIn = (text: string): readonly string[] => {
  const session = new Session();
  const { diagnostics } = session.analyze([{ id: 'a', name: 'a', text }], 'spec');
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
};

describe.each(Object.entries(traps))('%s', (code, trap) => {
  const keys = [...new Set([...trap.matchAll(/([\w./]+):/g)].map(([, key = '']) => key))];
  const places: readonly Asks[] = [
    () => false,
    (key) => key === 'spec',
    (key) => ['metadata', 'ingress', 'egress', 'from'].includes(key),
  ];
  const findings = (text: string): readonly Finding[] =>
    findIn(cluster + text).filter((one) => one.code === code);

  it('has a fix where no key stands behind a question mark', () => {
    expect(findings(trap).flatMap(({ fixes }) => fixes)).not.toEqual([]);
  });

  it.each([...places.keys()])(
    'has only fixes that cure it, whichever keys stand behind one (%i)',
    (place) => {
      const known = errorsIn(trap);
      for (const asked of [...keys.map((key) => [key]), keys]) {
        const text = rewritten(trap, (key) => asked.includes(key), places[place] ?? (() => false));
        expect(documents(text)).toEqual(documents(trap));
        const found = findings(text);
        expect(found).toHaveLength(findings(trap).length);
        for (const fix of found.flatMap(({ fixes }) => fixes)) {
          const after = applyFix(cluster + text, fix).slice(cluster.length);
          const errors = errorsIn(after).filter((message) => !known.includes(message));
          const isCured = findings(after).length < found.length;
          expect({ fix: fix.title, after, errors, isCured }).toEqual({
            fix: fix.title,
            after,
            errors: [],
            isCured: true,
          });
        }
      }
    },
  );
});
