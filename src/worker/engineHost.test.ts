import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { generate } from '../bench/generate';
import { plainView, type SourceFile } from '../engine';
import { EngineHost, type Reply } from './engineHost';
import type { AnalyzeRequest, FileChange, Question, Told, Request } from './protocol';
import { editBetween } from './textEdit';

const { cluster, policies } = generate({ pods: 1000, policies: 200, namespaces: 25, replicas: 4 }, 3);

const newHost = (): EngineHost => new EngineHost(() => import('./answers'));

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
  expect(answer.transfer).toHaveLength(10);
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

it('has hardly anything left to read of what it read ahead', async () => {
  const host = newHost();
  const marked = (text: string): string => (text.startsWith('---') ? text : `---\n${text}`);
  await host.readAhead(marked(cluster.text));
  await host.readAhead(marked(policies.text));
  const before = host.pipeline.counters.documentsParsed;
  const ahead = await host.serve(request(1, [whole(cluster), whole(policies)]));
  expect(before).toBeGreaterThan(1000);
  expect(host.pipeline.counters.documentsParsed - before).toBeLessThan(5);
  expect(ahead).toEqual(await newHost().serve(request(1, [whole(cluster), whole(policies)])));
});

it('tells the coverage of what is drawn', async () => {
  const host = newHost();
  await host.serve(request(1, [whole(cluster), whole(policies)]));
  const ask = { type: 'ask', revision: 1, id: 1, question: { kind: 'coverage' } } as const;
  const { response } = await host.serve(ask);
  expect(response.type === 'told' && response.told.coverage?.namespaces).toHaveLength(25);
});

it('compares what is drawn with a baseline it was given, and says when it was not', async () => {
  const host = newHost();
  await host.serve(request(1, [whole(cluster), whole(policies)]));
  const ask = async (question: Question): Promise<Partial<Told>> => {
    const { response } = await host.serve({ type: 'ask', revision: 0, id: 7, question });
    return response.type === 'told' ? response.told : {};
  };
  const pinned = { id: 3, files: [cluster, policies], cni: 'spec' } as const;
  expect(await ask({ kind: 'comparison', baseline: 3 })).toEqual({ comparison: 'not-pinned' });
  expect(await ask({ kind: 'pinBaseline', baseline: pinned })).toMatchObject({
    pinBaseline: { errors: 0, policies: 200 },
  });
  expect(await ask({ kind: 'comparison', baseline: 3 })).toMatchObject({
    comparison: { counts: { opened: 0, closed: 0 }, policies: [] },
  });
  const text = policies.text.replace('policyTypes: [Ingress]', 'policyTypes: [Ingress, Egress]');
  const edited = { ...pinned, id: 4, files: [cluster, { ...policies, text }] };
  await ask({ kind: 'pinBaseline', baseline: edited });
  expect(await ask({ kind: 'comparison', baseline: 3 })).toEqual({ comparison: 'not-pinned' });
  expect(await ask({ kind: 'comparison', baseline: 4 })).toMatchObject({
    comparison: { policies: [{ change: 'edited' }], added: { count: 0 } },
  });
  await ask({ kind: 'dropBaseline' });
  expect(await ask({ kind: 'comparison', baseline: 4 })).toEqual({ comparison: 'not-pinned' });
});

const lesson = `---
lesson: 1
id: a
title: A
summary: A.
goals:
  - block: { from: any pod, to: shop/db }
---

Text.

\`\`\`yaml file=a.yaml
\`\`\`
`;

it('holds what is drawn against a lesson, and is not content while the newest text has an error', async () => {
  const host = newHost();
  const ask = async (question: Question): Promise<Partial<Told>> => {
    const { response } = await host.serve({ type: 'ask', revision: 0, id: 7, question });
    return response.type === 'told' ? response.told : {};
  };
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: db, namespace: shop }\nspec: {}\n';
  const shut =
    '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a, namespace: shop }\nspec: {}\n';
  const other = pod.replace('name: db', 'name: web');
  const send = (revision: number, text: string) =>
    host.serve({ ...request(revision, [{ id: 'a', name: 'a', change: { text } }]), order: ['a'] });
  const question = { kind: 'lesson', text: lesson } as const;

  await send(1, `${pod}---\n${other}`);
  expect(await ask(question)).toMatchObject({ lesson: { result: { isSolved: false, errors: 0 } } });
  await send(2, `${pod}---\n${other}${shut}`);
  expect(await ask(question)).toMatchObject({ lesson: { result: { isSolved: true, least: null } } });
  await send(3, `${pod}---\n${other}${shut}---\nkind: [\n`);
  expect(await ask(question)).toMatchObject({ lesson: { result: { isSolved: false, errors: 1 } } });
  expect(await ask({ kind: 'lesson', text: '' })).toEqual({ lesson: { result: null } });
  expect(await ask({ kind: 'readLessons', texts: [lesson, ''] })).toMatchObject({
    readLessons: [{ lesson: { id: 'a' } }, { lesson: null, problems: [{ code: 'front-matter' }] }],
  });
  expect(await ask({ kind: 'proveLesson', text: lesson })).toMatchObject({
    proveLesson: { lesson: null, problems: [{ code: 'goal-unclear' }, { code: 'no-solution' }] },
  });
});

const askFindings = (id: number) =>
  ({ type: 'ask', revision: 0, id, question: { kind: 'findings' } }) as const satisfies Request;

it('answers with the findings of the newest text, and says of which', async () => {
  const host = newHost();
  await host.serve(request(7, [whole(cluster), whole(policies)]));
  const { response } = await host.serve(askFindings(1));
  expect(response).toMatchObject({ type: 'told', id: 1, told: { findings: { revision: 7 } } });
});

it('offers what lets a blocked pair through as edits of the newest text, and only while that is drawn', async () => {
  const host = newHost();
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a, labels: {app: a}}
---
apiVersion: v1
kind: Pod
metadata: {name: b, labels: {app: b}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: b}
spec: {podSelector: {matchLabels: {app: b}}}
`;
  const file = { id: cluster.id, name: 'a.yaml', text };
  const allow = async (): Promise<Told['allow'] | undefined> => {
    const question = { kind: 'allow', source: 'Pod/default/a', destination: 'Pod/default/b' } as const;
    const { response } = await host.serve({ type: 'ask', revision: 1, id: 1, question });
    return response.type === 'told' ? response.told.allow : undefined;
  };
  await host.serve({ ...request(7, [whole(file)]), order: [file.id] });
  expect(await allow()).toMatchObject({ revision: 7, patches: [{ title: 'Add a rule to b' }, {}] });
  const broken = whole({ ...file, text: text.replace('kind: NetworkPolicy', 'kind: [') });
  await host.serve({ ...request(8, [broken]), order: [file.id] });
  expect(await allow()).toBe(undefined);
});

it('gives findings up for what is newer', async () => {
  const host = newHost();
  await host.serve(request(1, [whole(cluster), whole(policies)]));
  await host.prepare();
  const old = host.serve(askFindings(1));
  // The first pause: much of the work is still to be done.
  await new Promise((resolve) => setTimeout(resolve));
  await host.serve(request(2, [whole({ ...policies, text: `${policies.text}# more` })]));
  expect((await old).response).toEqual({ type: 'told', id: 1, told: {} });
});

it('waits for the real parsers where only they can read, and not else', async () => {
  let loads = 0;
  const host = (): EngineHost =>
    new EngineHost(() => {
      loads++;
      return import('./answers');
    });
  const opened = async (text: string): Promise<unknown> => {
    const { response } = await host().serve(request(1, [{ ...whole(policies), change: { text } }]));
    return response.type === 'analysis' ? response.answer.receipt?.used : null;
  };
  const text = policies.text.split('---\n').slice(0, 3).join('---\n');
  const plain = await opened(text);
  expect(loads).toBe(0);
  expect(await opened(`# a comment\n${text.replace('spec:', 'spec: &odd')}`)).toEqual(plain);
  expect(loads).toBe(1);
});

it('reads what is typed before the real parsers came', async () => {
  const host = newHost();
  const text = policies.text.split('---\n').slice(0, 2).join('---\n');
  await host.serve(request(1, [{ ...whole(policies), change: { text } }]));
  const change = editBetween(text, text.replace('spec:', 'spec: &odd'));
  const { response } = await host.serve(request(2, [{ id: policies.id, name: policies.name, change }]));
  expect(response).toMatchObject({ type: 'analysis', revision: 2 });
  expect(host.newest?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
