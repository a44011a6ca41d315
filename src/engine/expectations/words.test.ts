import { afterAll, beforeAll, expect, it } from 'vitest';
import { english, speak } from '../../language/t';
import { expectationsIn } from './readExpectations';
import { sentenceOf } from './words';

function sentences(...bodies: readonly string[]): readonly string[] {
  const items = bodies.map((body) => `  - ${body}\n`).join('');
  return expectationsIn(`apiVersion: netpol-playground/v1\nkind: Expectations\nexpectations:\n${items}`).map(
    (item) => ('expectation' in item ? sentenceOf(item.expectation) : item.problem),
  );
}

const german = {
  '{0} cannot reach {1} on {2}': '{0} erreicht {1} auf {2} nicht',
  '{0} cannot reach any pod': '{0} erreicht keinen Pod',
  '{0} can reach {1}': '{0} erreicht {1}',
  '{0} can reach {1} on {2}': '{0} erreicht {1} auf {2}',
  '{0} can reach {1} on every port': '{0} erreicht {1} auf jedem Port',
  'No pod with {0}': 'Kein Pod mit {0}',
  'anything outside namespace {0}': 'etwas außerhalb des Namespace {0}',
  'Nothing in namespace {0}': 'Nichts im Namespace {0}',
  'anything outside the cluster': 'etwas außerhalb des Clusters',
  'Every pod': 'Jeder Pod',
  'every pod with {0}': 'jeden Pod mit {0}',
  '{0} is no name of a namespace: {1}': '{0} ist kein Name für einen Namespace: {1}',
  'unknown field "{0}"': 'unbekanntes Feld "{0}"',
  '{0}, did you mean {1}?': '{0} – ist {1} gemeint?',
};

beforeAll(() => {
  speak({ code: 'de', messages: german });
});

afterAll(() => {
  speak(english);
});

it('denies one thing, and anything of many, each as the language does', () => {
  expect(
    sentences(
      'block: {from: shop/web, to: shop/db, port: 5432}',
      'block: {from: shop/web, to: any pod}',
      'block: {from: pods with app=web in shop, to: not namespace shop, port: UDP/53}',
      'block: {from: namespace shop, to: outside}',
      'allow: {from: any pod, to: pods with app=dns}',
    ),
  ).toEqual([
    'shop/web erreicht shop/db auf TCP 5432 nicht',
    'shop/web erreicht keinen Pod',
    'Kein Pod mit app=web in shop erreicht etwas außerhalb des Namespace shop auf UDP 53',
    'Nichts im Namespace shop erreicht etwas außerhalb des Clusters',
    'Jeder Pod erreicht jeden Pod mit app=dns auf jedem Port',
  ]);
});

it('keeps what the API server says, and translates what is said about it', () => {
  expect(sentences('allow: {from: shop/web, to: namespace Shop}', 'allow: {form: shop/web}')).toEqual([
    expect.stringMatching(/^Shop ist kein Name für einen Namespace: a lowercase RFC 1123 label must/),
    'Unbekanntes Feld "expectations[1].allow.form" – ist "from" gemeint?',
  ]);
});
