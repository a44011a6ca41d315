import { EGRESS_LOCK, INGRESS_LOCK, type Answer } from '../../engine';
import { placePills } from '../geometry/pills';
import { namespaceNode, OUTSIDE_NODE } from '../layout/frames';
import { edgeId, unplacedPill, type Router } from './edgeLooks';
import { withPills } from './edgeMarks';
import { frameLooks } from './frameLooks';
import { CARD_LAYER, EDGE_LAYER, STRONG_EDGE_LAYER } from './layers';
import type { Flow, NamespaceLook, PictureEdge, PictureNode, Strength } from './looks';
import { namespacePairs, type NamespacePair } from './namespacePairs';
import { namespaceSentence } from './nodeSentences';
import type { Places } from './places';
import { placed } from './workloadFlow';

/** Everything the picture of namespaces is made from. */
export interface NamespaceScene {
  readonly answer: Answer;
  readonly places: Places;
  /** Node id of the card that is pointed at; its lines stand out. */
  readonly focus: string | null;
}

const nodeOf = (end: NamespacePair['source']): string => (end === null ? OUTSIDE_NODE : namespaceNode(end));

/** The picture in which a card is a namespace and a line is all connections between two. */
export function namespaceFlow({ answer, places, focus }: NamespaceScene, route: Router): Flow {
  const pairs = namespacePairs(answer);
  const lines = pairs.filter(
    ({ source, destination, decided, passing }) => source !== destination && decided && passing > 0,
  );
  const edges = lines.flatMap((pair) => edgeOf(pair, focus, route) ?? []);
  const near = new Set(
    edges.flatMap(({ source, target }) => (source === focus || target === focus ? [source, target] : [])),
  );
  const strength = (id: string): Strength =>
    focus === null ? 'plain' : id === focus ? 'strong' : near.has(id) ? 'plain' : 'faded';
  const looks = looksOf(answer, pairs);
  const nodes = [...places.cards].flatMap(([id, box]): PictureNode[] => {
    const look = looks.get(id);
    if (look === undefined) return [];
    const data = { ...look, strength: strength(id) };
    return [
      {
        id,
        type: 'namespace',
        ...placed(box),
        data,
        zIndex: CARD_LAYER,
        ariaLabel: namespaceSentence(data),
        selected: id === focus,
      },
    ];
  });
  const cards = [...places.cards.values()];
  return { nodes, edges: withPills(edges, (pills) => placePills(pills, cards)) };
}

function edgeOf(pair: NamespacePair, focus: string | null, route: Router): PictureEdge | null {
  const source = nodeOf(pair.source);
  const target = nodeOf(pair.destination);
  const curve = route(source, target, false);
  if (curve === null) return null;
  const strength = focus === null ? 'plain' : focus === source || focus === target ? 'strong' : 'faded';
  const { passing, total } = pair;
  const share = `${String(passing)} of ${String(total)}`;
  const pill = strength === 'strong' ? unplacedPill(share, `${share} pairs`) : null;
  return {
    id: edgeId(source, target),
    type: 'namespaces',
    source,
    target,
    data: { curve, passing, total, pill, strength },
    selectable: false,
    ariaRole: 'img',
    domAttributes: { 'aria-roledescription': 'connections' },
    ariaLabel: `${pair.source ?? 'Outside the cluster'} can reach ${pair.destination ?? 'outside the cluster'} for ${share} pairs`,
    zIndex: strength === 'strong' ? STRONG_EDGE_LAYER : EDGE_LAYER,
  };
}

function looksOf(answer: Answer, pairs: readonly NamespacePair[]): ReadonlyMap<string, NamespaceLook> {
  const { entities } = answer.topology;
  const inside = new Map(
    pairs.flatMap((pair) => (pair.source === pair.destination ? [[nodeOf(pair.source), pair]] : [])),
  );
  const looks = new Map<string, NamespaceLook>();
  for (const [id, frame] of frameLooks(answer)) {
    const isolated = { ingress: 0, egress: 0 };
    let workloads = 0;
    entities.forEach((entity, index) => {
      if (entity.kind !== 'workload' || namespaceNode(entity.namespace) !== id) return;
      workloads++;
      const lock = answer.picture.locks[index] ?? 0;
      if ((lock & INGRESS_LOCK) !== 0) isolated.ingress++;
      if ((lock & EGRESS_LOCK) !== 0) isolated.egress++;
    });
    const { passing, total } = inside.get(id) ?? { passing: 0, total: 0 };
    looks.set(id, {
      ...frame,
      title: frame.outside ? 'Outside' : frame.title,
      workloads,
      isolated,
      inside: { passing, total },
      strength: 'plain',
    });
  }
  return looks;
}
