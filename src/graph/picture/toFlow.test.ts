import { expect, test } from 'vitest';
import { Tone } from '../../engine';
import type { Analysis } from '../../state/analysisStore';
import { answerOf, largeCluster, threeTierShop } from '../fixtures.test-data';
import { standing } from '../layout/standing.test-data';
import { drawn } from './drawn.test-data';
import { PILL_HEIGHT } from './edgeLooks';
import { focusOf } from './focus';
import { keepSame } from './keepSame';
import { isMap, type Scene } from './scene';
import { sightAt } from './sight';
import { noChanges } from './recentChanges';
import { createToFlow } from './toFlow';

function sceneOf(answer: Analysis, more: Partial<Scene> = {}): Scene {
  const { input, places } = standing(answer.topology);
  const selection = more.selection ?? ({ kind: 'nothing' } as const);
  const changes = more.changes ?? noChanges;
  return {
    answer,
    places,
    changes,
    selection,
    drawing: drawn(answer, { selection, changed: new Set(changes.lines.keys()), onMap: isMap(input.plan) }),
    focus: focusOf(selection, answer.topology),
    plan: input.plan,
    seen: null,
    glyphs: new Map(),
    unfolded: [],
    sight: sightAt(1),
    classroom: false,
    ...more,
  };
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

test('a line that only some addresses may take is not labelled with ports that pass for none of them', () => {
  const shop = threeTierShop();
  const cell = shop.picture.tones.findIndex(
    (tone, at) => tone === Tone.partial && shop.picture.totals[at] === 1,
  );
  const ports = shop.picture.ports.slice();
  ports[cell] = 0;
  const picture = { ...shop.picture, ports, inPart: new Set([cell]) };
  const { edges } = createToFlow()(sceneOf({ ...shop, picture }));
  const edge = edges.find(({ data: { pill } }) => pill?.text === 'some addresses');
  expect(edge?.ariaLabel).toMatch(/can reach \S+, for some addresses only$/);
});

test('before a class the words on lines are larger and have room; nothing else is drawn anew', () => {
  const toFlow = createToFlow();
  const first = toFlow(sceneOf(threeTierShop()));
  const second = toFlow(sceneOf(threeTierShop(), { classroom: true }));
  expect(second.nodes).toBe(first.nodes);
  const pills = second.edges.flatMap(({ data: { pill, scale } }) =>
    pill === null ? [] : [{ ...pill.at, width: pill.width * scale, height: PILL_HEIGHT * scale }],
  );
  expect(pills.length).toBeGreaterThan(1);
  for (const one of pills)
    for (const other of pills)
      if (one !== other)
        expect(
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
            Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
        ).toBe(true);
});

test('words that are longer than their line lie over the cards at its ends, others between', () => {
  const answer = threeTierShop();
  const apart = createToFlow()(sceneOf(answer));
  const { places } = sceneOf(answer);
  const [from, to] = [web, api].map((id) => answer.topology.entities.findIndex((one) => one.id === id));
  const box = places.cards.get(from ?? -1);
  if (!box || to === undefined) throw new Error('a card has no place');
  const cards = new Map(places.cards).set(to, { ...box, x: box.x + box.width + 40 });
  const beside = createToFlow()(sceneOf(answer, { places: { ...places, cards } }));
  const overs = [apart, beside].map(({ edges }) =>
    edges.filter(({ data }) => data.pill?.isOver === true).map(({ source, target }) => [source, target]),
  );
  expect(overs[0]).toEqual([]);
  expect(overs[1]).toContainEqual([web, api]);
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
  const { edges } = createToFlow()(
    sceneOf(answer, { changes: { ...noChanges, lines: new Map([[pair, 'opened']]) } }),
  );
  const changed = edges.filter((edge) => edge.data.change !== null);
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

test('namespaces are cards with one line per ordered pair, which says how many of its pairs pass', () => {
  const answer = largeCluster({ level: 'namespaces' });
  const selection = { kind: 'entity', entity: 'Namespace/monitoring' } as const;
  const { nodes, edges } = createToFlow()(sceneOf(answer, { selection }));
  expect(nodes.map(({ type }) => type).sort()).toEqual(
    ['namespace', 'outside'].flatMap((type) =>
      Array.from({ length: type === 'outside' ? 1 : 20 }, () => type),
    ),
  );
  expect(new Set(edges.map(({ source, target }) => `${source} ${target}`)).size).toBe(edges.length);
  const scraping = edges.find(({ target }) => target === 'Namespace/team-05');
  expect(scraping?.data.share).toEqual({ passing: 6, total: 36 });
  expect(scraping?.data.pill?.text).toBe('6 of 36');
});

test('a folded namespace says how many of its workloads are isolated, and how many pairs inside pass', () => {
  const answer = largeCluster({ level: 'namespaces' });
  const { nodes } = createToFlow()(sceneOf(answer));
  const team = nodes.find(({ id }) => id === 'Namespace/team-05');
  expect(team?.data).toMatchObject({
    card: { ingress: { closed: 6, unsure: 0, of: 6 }, egress: { closed: 0, unsure: 0, of: 6 } },
    inside: { passing: 30, total: 30 },
  });
});

test('from far away a territory is its name, from near by a card', () => {
  const answer = largeCluster({ level: 'namespaces' });
  const letters = (zoom: number): unknown => {
    const { nodes } = createToFlow()(sceneOf(answer, { sight: sightAt(zoom) }));
    const node = nodes.find(({ type }) => type === 'namespace');
    return node?.type === 'namespace' ? (node.data.ground.far?.letters ?? null) : 'no namespace';
  };
  expect(letters(1)).toBeNull();
  expect(letters(0.03)).toBeGreaterThan(40);
});

test('the pods of an unfolded workload are cards on a ground with its name', () => {
  const answer = answerOf({
    workloads: [
      { namespace: 'shop', name: 'web', pods: 3 },
      { namespace: 'shop', name: 'db', pods: 1 },
    ],
    unfolded: ['web'],
    allowed: [],
  });
  const { nodes } = createToFlow()(sceneOf(answer));
  expect(nodes.find(({ type }) => type === 'pods')?.data).toMatchObject({ title: 'web', count: 3 });
  const shorts = nodes.flatMap((node) => (node.type === 'pod' ? [node.data.short] : []));
  expect(shorts).toEqual(['0', '1', '2']);
});

test('a selected card says how many of its lines are not drawn', () => {
  const answer = largeCluster();
  const entity = 'Deployment/team-05/api-team-05';
  const { nodes } = createToFlow()(sceneOf(answer, { selection: { kind: 'entity', entity } }));
  const stubs = nodes.flatMap((node) => (node.type === 'workload' ? [node.data.card.stub] : []));
  const [stub, another] = stubs.filter((one) => one !== null);
  expect(stub?.count).toBeGreaterThan(50);
  expect(another).toBeUndefined();
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
