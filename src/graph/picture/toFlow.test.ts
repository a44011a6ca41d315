import { expect, test } from 'vitest';
import { Tone } from '../../engine';
import type { Analysis } from '../../state/analysisStore';
import { answerOf, largeCluster, threeTierShop } from '../fixtures.test-data';
import { framesOf } from '../layout/frames';
import { layout } from '../layout/layout';
import { edgesToDraw } from './edgesToDraw';
import { keepSame } from './keepSame';
import { placesOf } from './places';
import { createToFlow, type Scene } from './toFlow';

type WorkloadScene = Extract<Scene, { level: 'workloads' }>;

function sceneOf(answer: Analysis, more: Partial<WorkloadScene> = {}): WorkloadScene {
  const input = framesOf(answer.topology, 'workloads');
  const selection = more.selection ?? ({ kind: 'nothing' } as const);
  const changes = more.changes ?? new Map();
  const shown = { allowed: true, blocked: true, open: true };
  const drawing = edgesToDraw(answer, {
    shown,
    selection,
    changed: new Set(changes.keys()),
    everything: false,
  });
  const places = more.places ?? placesOf(input, layout(input, null), {});
  return { level: 'workloads', answer, drawing, places, expanded: [], ...more, selection, changes };
}

const web = 'Deployment/frontend/web';
const api = 'Deployment/backend/api';

test('the same again gives the very same nodes and edges', () => {
  const toFlow = createToFlow();
  const first = toFlow(sceneOf(threeTierShop()));
  const second = toFlow(sceneOf(threeTierShop()));
  expect(second.nodes).toBe(first.nodes);
  expect(second.edges).toBe(first.edges);
});

test('a keystroke that changes one verdict makes one new edge', () => {
  const toFlow = createToFlow();
  const answer = threeTierShop();
  const scene = sceneOf(answer);
  const first = toFlow(scene);
  const { entities } = answer.topology;
  const pair =
    entities.findIndex(({ id }) => id === web) * entities.length + entities.findIndex(({ id }) => id === api);
  const tones = answer.picture.tones.slice();
  tones[pair] = Tone.allowed;
  const second = toFlow(
    sceneOf({ ...answer, picture: { ...answer.picture, tones } }, { places: scene.places }),
  );
  expect(second.nodes).toBe(first.nodes);
  const fresh = second.edges.filter((edge) => !first.edges.includes(edge));
  expect(fresh.map(({ source, target }) => [source, target])).toEqual([[web, api]]);
});

test('every line says what it means, and lines are one stop of the Tab key', () => {
  const { edges } = createToFlow()(sceneOf(threeTierShop()));
  expect(edges.length).toBeGreaterThan(10);
  expect(edges.every(({ ariaLabel }) => ariaLabel !== undefined && ariaLabel.length > 0)).toBe(true);
  expect(edges.filter(({ domAttributes }) => domAttributes?.tabIndex === 0)).toHaveLength(1);
});

test('the lines of a selected card are strong, all others faded', () => {
  const { edges, nodes } = createToFlow()(
    sceneOf(threeTierShop(), { selection: { kind: 'entity', entity: api } }),
  );
  for (const { source, target, data } of edges)
    expect(data.strength).toBe(source === api || target === api ? 'strong' : 'faded');
  expect(nodes.filter(({ selected }) => selected === true).map(({ id }) => id)).toEqual([api]);
});

test('a changed pair carries its change', () => {
  const answer = threeTierShop();
  const { entities } = answer.topology;
  const pair =
    entities.findIndex(({ id }) => id === web) * entities.length + entities.findIndex(({ id }) => id === api);
  const { edges } = createToFlow()(sceneOf(answer, { changes: new Map([[pair, 'opened']]) }));
  const changed = edges.filter((edge) => edge.type === 'verdict' && edge.data.change !== null);
  expect(changed.map(({ source, target }) => [source, target])).toEqual([[web, api]]);
});

test('a frame says which policies select every pod of its namespace', () => {
  const { nodes } = createToFlow()(sceneOf(threeTierShop()));
  const looks = Object.fromEntries(
    nodes.flatMap((node) => (node.type === 'title' ? [[node.data.title, node.data]] : [])),
  );
  expect(looks['database']).toMatchObject({
    ingressPolicies: ['default-deny'],
    egressPolicies: ['default-deny'],
  });
  expect(looks['frontend']).toMatchObject({ ingressPolicies: [], egressPolicies: [] });
});

test('namespaces are cards with one line per ordered pair', () => {
  const answer = largeCluster();
  const input = framesOf(answer.topology, 'namespaces');
  const places = placesOf(input, layout(input, null), {});
  const { nodes, edges } = createToFlow()({ level: 'namespaces', answer, places, focus: null });
  expect(nodes).toHaveLength(21);
  expect(new Set(edges.map(({ source, target }) => `${source} ${target}`)).size).toBe(edges.length);
  expect(edges.every(({ source, target }) => source !== target)).toBe(true);
});

test('names are told apart by namespace only where they have to be', () => {
  const answer = answerOf({
    workloads: [
      { namespace: 'blue', name: 'web' },
      { namespace: 'green', name: 'web' },
      { namespace: 'green', name: 'db', ingress: true },
    ],
    externals: [],
    allowed: [],
  });
  const labels = createToFlow()(sceneOf(answer)).edges.map(({ ariaLabel }) => ariaLabel ?? '');
  expect(labels.filter((label) => label.startsWith('blue/web'))).not.toHaveLength(0);
  expect(labels.some((label) => label.includes('green/db'))).toBe(false);
});

test('items that look the same keep their identity, others do not', () => {
  const older = [
    { id: 'a', data: { x: [1, 2] } },
    { id: 'b', data: { x: [3] } },
  ];
  const kept = keepSame(older, [
    { id: 'a', data: { x: [1, 2] } },
    { id: 'b', data: { x: [4] } },
  ]);
  expect(kept[0]).toBe(older[0]);
  expect(kept[1]).not.toBe(older[1]);
  expect(keepSame(older, structuredClone(older))).toBe(older);
});
