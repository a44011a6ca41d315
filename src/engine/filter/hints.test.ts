import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Session } from '../session';
import { filterHints } from './hints';
import { termHelp, termKeys } from './terms';
import { waypoints } from './waypoints';

const text = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web-in, namespace: shop}
spec: {podSelector: {}}
`;
const session = new Session();
session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
const { drawn } = session;
if (!drawn) throw new Error('nothing is drawn');
const inserts = (typed: string, caret = typed.length): readonly string[] =>
  filterHints(drawn, typed, caret).map(({ insert }) => insert);

describe('hints', () => {
  it('are all terms where nothing is typed', () => {
    expect(inserts('')).toEqual(termKeys.map((term) => `${term}:`));
    expect(inserts('ns:shop ')).toEqual(inserts(''));
  });

  it('are names of anything that begin or go on like this', () => {
    expect(inserts('we')).toEqual(['shop/web ', 'policy:shop/web-in ', 'label:app=web ']);
    expect(inserts('p')).toEqual(expect.arrayContaining(['port:', 'policy:', 'ns:shop ', 'shop/web ']));
  });

  it('are values of the term before the caret', () => {
    expect(inserts('ns:')).toEqual(['shop ']);
    expect(inserts('policy:in')).toEqual(['shop/web-in ']);
    expect(inserts('label:app')).toEqual(['app ', 'app=web ']);
    expect(inserts('port:')).toEqual(['8080 ', 'http ', 'dns ']);
    expect(inserts('verdict:b')).toEqual(['blocked ']);
    expect(inserts('colour:')).toEqual([]);
  });

  it('are after from and to only what can stand there', () => {
    expect(inserts('from:')).toEqual(['ns:', 'label:', 'kind:']);
    expect(inserts('-to:we')).toEqual(['shop/web ', 'label:app=web ']);
  });

  it('replace the word at the caret, whatever follows', () => {
    expect(filterHints(drawn, 'a verd b', 6)).toEqual([
      { insert: 'verdict:', help: termHelp('verdict'), start: 2, end: 6 },
    ]);
  });

  it('never throw, and lie before the caret', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'n s p r t : ( " ) - / w e b'.split(' '), ' ') }),
        fc.nat(20),
        (typed, at) => {
          const caret = Math.min(at, typed.length);
          for (const { start, end } of filterHints(drawn, typed, caret)) {
            expect(start >= 0 && start <= end && end === caret).toBe(true);
          }
        },
      ),
    );
  });
});

describe('waypoints', () => {
  it('are every namespace, workload and policy; the last with their place in the text', () => {
    const told = waypoints(drawn).map(
      ({ entity, place, name }) => entity ?? `${name} at ${text.slice(place?.start, place?.end)}`,
    );
    expect(told).toEqual(['Namespace/shop', 'Deployment/shop/web', 'web-in at web-in']);
  });
});
