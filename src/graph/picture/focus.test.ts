import { expect, test } from 'vitest';
import type { Answer } from '../../engine';
import { answerOf, type AnswerInput } from '../fixtures.test-data';
import { crumbsOf } from './crumbs';
import { focusOf, homesOf } from './focus';

const workloads: AnswerInput['workloads'] = [
  { namespace: 'shop', name: 'web', pods: 2 },
  { namespace: 'shop', name: 'api' },
  { namespace: 'shop', name: 'db' },
  { namespace: 'bank', name: 'till', pods: 1 },
];
const answerWith = (folds: Partial<AnswerInput>): Answer => answerOf({ workloads, allowed: [], ...folds });
const homes = ({ topology }: Answer, id: string): readonly string[] =>
  homesOf(topology, id).map((index) => topology.entities[index]?.id ?? '');

test('what is folded is found on the card of its fold, what is unfolded on those of its parts', () => {
  const web = 'Deployment/shop/web';
  expect(homes(answerWith({}), web)).toEqual([web]);
  expect(homes(answerWith({ foldedNamespaces: ['shop'] }), web)).toEqual(['Namespace/shop']);
  expect(homes(answerWith({ alike: [['web', 'api']] }), web)).toEqual(['alike/shop/Deployment/shop/web']);
  expect(homes(answerWith({ unfolded: ['web'] }), web)).toHaveLength(2);
  expect(homes(answerWith({}), 'Namespace/shop')).toHaveLength(3);
  expect(homes(answerWith({}), 'Pod/shop/web-7d4b9c6f5-1')).toEqual([web]);
  expect(homes(answerWith({ foldedNamespaces: ['bank'] }), 'Pod/bank/till-7d4b9c6f5-0')).toEqual([
    'Namespace/bank',
  ]);
  expect(homes(answerWith({ foldedOutside: true }), 'external/Everything else')).toEqual(['outside']);
  expect(homes(answerWith({}), 'Deployment/shop/gone')).toEqual([]);
});

test('a pair whose ends are folded is the line between the folds', () => {
  const { topology } = answerWith({ foldedNamespaces: ['shop', 'bank'] });
  const [source, destination] = ['Deployment/shop/web', 'Deployment/bank/till'];
  const { cells } = focusOf({ kind: 'pair', source, destination }, topology);
  const indexOf = (id: string): number => topology.entities.findIndex((entity) => entity.id === id);
  expect([...cells]).toEqual([
    indexOf('Namespace/shop') * topology.entities.length + indexOf('Namespace/bank'),
  ]);
});

test('the way down names the namespace, the workload and the pod', () => {
  const { topology } = answerWith({ unfolded: ['web'] });
  const namesOf = (entity: string): readonly string[] =>
    crumbsOf(topology, { kind: 'entity', entity }, null).map(({ name }) => name);
  expect(namesOf('Namespace/shop')).toEqual(['shop']);
  expect(namesOf('Deployment/shop/api')).toEqual(['shop', 'api']);
  expect(namesOf('Pod/shop/web-7d4b9c6f5-1')).toEqual(['shop', 'web', 'web-7d4b9c6f5-1']);
  expect(namesOf('outside')).toEqual([]);
  expect(crumbsOf(topology, { kind: 'nothing' }, 'Namespace/bank').map(({ id }) => id)).toEqual([
    'Namespace/bank',
  ]);
});
