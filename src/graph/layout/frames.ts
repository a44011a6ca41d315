import type { Topology, WorkloadEntity } from '../../engine';
import type { DrawnLevel } from '../picture/level';
import { externalSize, NAMESPACE_CARD, workloadSize } from './cardSize';
import type { CardInput, FrameInput, LayoutInput } from './input';
import { tierOf } from './tier';

/** Node id of a namespace's frame or card. */
export const namespaceNode = (name: string): string => `namespace/${name}`;
/** Node id of the frame around the world outside, or of its one card. */
export const OUTSIDE_NODE = 'outside';
const CLUSTER = 'cluster';
const RING_MOST = 16;
const ROOMY_MOST = 32;
const RING_NAMESPACES = 10;

/** What the layout has to place at a level, in reading order: what clients meet first comes first. */
export function framesOf(topology: Topology, level: DrawnLevel): LayoutInput {
  const id = `${level} ${topology.id}`;
  switch (level) {
    case 'workloads':
      return { id, level, frames: workloadFrames(topology) };
    case 'namespaces':
      return { id, level, frames: namespaceFrames(topology) };
  }
}

interface Kin {
  readonly name: string;
  readonly workloads: readonly { readonly workload: WorkloadEntity; readonly tier: number }[];
  readonly tier: number;
}

function kinsOf({ namespaces, entities }: Topology): readonly Kin[] {
  const byNamespace = new Map<string, WorkloadEntity[]>(namespaces.map(({ name }) => [name, []]));
  for (const entity of entities) {
    if (entity.kind !== 'workload') continue;
    const kin = byNamespace.get(entity.namespace);
    if (kin === undefined) byNamespace.set(entity.namespace, [entity]);
    else kin.push(entity);
  }
  const kins = [...byNamespace].map(([name, members]): Kin => {
    const workloads = members.map((workload) => ({ workload, tier: tierOf(workload) }));
    workloads.sort((a, b) => a.tier - b.tier || compare(a.workload.name, b.workload.name));
    const tier = workloads.reduce((sum, member) => sum + member.tier, 0) / Math.max(workloads.length, 1);
    return { name, workloads, tier };
  });
  return kins.sort((a, b) => a.tier - b.tier || compare(a.name, b.name));
}

/** By code unit: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function workloadFrames(topology: Topology): readonly FrameInput[] {
  const roomy = topology.entities.length <= ROOMY_MOST;
  const frames = kinsOf(topology).map(({ name, workloads }): FrameInput => ({
    id: namespaceNode(name),
    arrangement: workloads.length <= RING_MOST && roomy ? 'ring' : 'grid',
    outside: false,
    framed: true,
    cards: workloads.map(({ workload }) => ({ id: workload.id, ...workloadSize(workload) })),
  }));
  return [outsideFrame(topology), ...frames].filter((frame) => frame.cards.length > 0);
}

function outsideFrame({ entities }: Topology): FrameInput {
  const cards = entities.flatMap((entity): CardInput[] =>
    entity.kind === 'external' ? [{ id: entity.id, ...externalSize(entity) }] : [],
  );
  return { id: OUTSIDE_NODE, arrangement: 'column', outside: true, framed: true, cards };
}

function namespaceFrames(topology: Topology): readonly FrameInput[] {
  const cards = kinsOf(topology)
    .filter(({ workloads }) => workloads.length > 0)
    .map(({ name }): CardInput => ({ id: namespaceNode(name), ...NAMESPACE_CARD }));
  const outside = topology.entities.some((entity) => entity.kind === 'external');
  return [
    {
      id: 'outside frame',
      arrangement: 'column',
      outside: true,
      framed: false,
      cards: outside ? [{ id: OUTSIDE_NODE, ...NAMESPACE_CARD }] : [],
    },
    {
      id: CLUSTER,
      arrangement: cards.length <= RING_NAMESPACES ? 'ring' : 'plaza',
      outside: false,
      framed: false,
      cards,
    },
  ];
}
