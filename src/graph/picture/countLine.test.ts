import { expect, test } from 'vitest';
import { Session } from '../../engine';
import { answerOf, largeCluster, type AnswerInput } from '../fixtures.test-data';
import german from '../../language/de.json';
import { english, speak } from '../../language/t';
import { cardLine, emptyLine, showingLine } from './countLine';

const numbers = (text: string): readonly string[] | null => text.match(/\d[\d,]*(?= )/g);

test('what has a card of its own and what is folded are counted, and together they are the cluster', () => {
  const workloads: AnswerInput['workloads'] = [
    { namespace: 'shop', name: 'web', pods: 3 },
    { namespace: 'shop', name: 'api', pods: 2 },
    { namespace: 'shop', name: 'db', pods: 1 },
    { namespace: 'bank', name: 'till', pods: 4 },
  ];
  const line = (folds: Partial<AnswerInput>): string =>
    cardLine(answerOf({ workloads, allowed: [], ...folds }).topology);
  // namespaces, workloads; pods
  expect(numbers(line({}))).toEqual(['2', '4', '10']);
  // namespaces, workloads, pods; pods
  expect(numbers(line({ unfolded: ['web'] }))).toEqual(['2', '4', '3', '7']);
  // namespaces, workloads; workloads, pods
  expect(numbers(line({ foldedNamespaces: ['shop'] }))).toEqual(['2', '1', '3', '10']);
  // namespaces, workloads, groups; workloads, pods
  expect(numbers(line({ alike: [['web', 'api']] }))).toEqual(['2', '2', '1', '2', '10']);
});

test('a pod nobody owns is counted once', () => {
  const pod = (name: string): string =>
    `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: []}\n`;
  const text = pod('web') + pod('db');
  const { topology } = new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  expect(numbers(cardLine(topology))).toEqual(['2']);
});

test('of a large cluster the namespaces are shown, its workloads are folded', () => {
  expect(numbers(cardLine(largeCluster({ level: 'namespaces' }).topology))).toEqual(['20', '120']);
});

test('namespaces in which nothing could send are named, declared or not', () => {
  const empty = (text: string): string | null =>
    emptyLine(new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec').topology);
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: []}\n`;
  const spare = `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: spare}\n`;
  const shut = `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: bank}\nspec: {podSelector: {}}\n`;
  expect(empty(pod)).toBeNull();
  expect(empty(pod + spare + shut)).toContain('bank, spare');
  const many = ['a', 'b', 'c', 'd', 'e'].map((name) => spare.replace('spare', name)).join('');
  expect(numbers(empty(pod + many) ?? '')).toEqual(['2']);
});

test('in another language all of the line is said', () => {
  speak({ code: 'de', messages: german });
  const { topology } = answerOf({ workloads: [{ namespace: 'shop', name: 'web', pods: 1 }], allowed: [] });
  const none = { allowed: 0, blocked: 0, open: 0, unknown: 0 };
  const total = { ...none, allowed: 26, blocked: 1106 };
  expect(
    showingLine(topology, { total, drawn: { ...none, allowed: 26 }, hidden: 0, told: 24, hubs: 0 }),
  ).toBe(
    'Zu sehen: 1 Workload; 1 Pod zugeklappt · 26 von 1.132 Paaren gezeichnet (ausgeblendet: 1.106 gesperrt); 24 mit der Außenwelt als Globus',
  );
  speak(english);
});
