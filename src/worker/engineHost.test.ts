import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { generate } from '../bench/generate';
import { plainView, type SourceFile } from '../engine';
import { EngineHost, type Reply } from './engineHost';
import type { AnalyzeRequest, FileChange } from './protocol';
import { editBetween } from './textEdit';

const { cluster, policies } = generate({ pods: 1000, policies: 200, namespaces: 25, replicas: 4 }, 3);

const newHost = (): EngineHost => new EngineHost(() => import('../engine/retell'));

const request = (revision: number, changed: readonly FileChange[]): AnalyzeRequest => ({
  type: 'analyze',
  revision,
  changed,
  order: [cluster.id, policies.id],
  cni: 'spec',
  leap: 0,
  view: plainView,
});
const whole = ({ id, name, text }: SourceFile): FileChange => ({ id, name, change: { text } });

/** What is copied of a message between threads, in bytes: arrays are handed over. */
const cloned = ({ response }: Reply): number =>
  serialize(
    JSON.parse(JSON.stringify(response, (_, value: unknown) => (ArrayBuffer.isView(value) ? 0 : value))),
  ).length;

it('copies at most four kilobytes between the threads for a keystroke', async () => {
  const host = newHost();
  const first = await host.serve(request(1, [whole(cluster), whole(policies)]));
  expect(cloned(first)).toBeGreaterThan(4096);
  const typed = policies.text.replace('port: 9', 'port: 19');
  const edit = request(2, [
    { id: policies.id, name: policies.name, change: editBetween(policies.text, typed) },
  ]);
  const answer = await host.serve(edit);
  expect(cloned(answer) + serialize(edit).length).toBeLessThanOrEqual(4096);
  expect(answer.transfer).toHaveLength(9);
});

it('sends only the policies that say something else', async () => {
  const host = newHost();
  await host.serve(request(1, [whole(cluster), whole(policies)]));
  const typed = policies.text.replace('policyTypes: [Ingress]', 'policyTypes: [Ingress, Egress]');
  const change = editBetween(policies.text, typed);
  const answer = await host.serve(request(2, [{ id: policies.id, name: policies.name, change }]));
  expect(cloned(answer)).toBeLessThanOrEqual(4096);
  expect(answer.response).toMatchObject({
    answer: { changedPolicies: [[0, { types: ['Ingress', 'Egress'] }]] },
  });
});

it('answers to an edit as to the whole text', async () => {
  const typed = policies.text.replaceAll('tier', 'team');
  const host = newHost();
  await host.serve(request(1, [whole(cluster), whole(policies)]));
  const edit: FileChange = {
    id: policies.id,
    name: policies.name,
    change: editBetween(policies.text, typed),
  };
  const { response } = await host.serve(request(2, [edit]));
  const { response: fresh } = await newHost().serve(
    request(1, [whole(cluster), whole({ ...policies, text: typed })]),
  );
  expect(response.type === 'analysis' && response.answer.picture.tones).toEqual(
    fresh.type === 'analysis' && fresh.answer.picture.tones,
  );
});
