import type { Topology } from '../../engine';
import { compare, natural } from '../../language/natural';
import { CARD } from './cardSize';
import type { FrameInput, LayoutInput, Plan } from './input';
import { OUTSIDE, type Kin } from './kins';
import { slotOf, territorySize } from './territory';
import { tierOf } from './tier';

/** More workloads than this stand on a map. */
const RINGS_MOST = 48;
const RING_MOST = 16;
const ROOMY_MOST = 32;
/** The room of a small namespace, as a share of that of an average one: its name has to be readable too. */
const LEAST_SHARE = 0.25;

/** What the layout has to place. On a map that is the same whatever is folded. */
export function framesOf(topology: Topology, kins: readonly Kin[], workspace: number): LayoutInput {
  const many = topology.cluster.workloads > RINGS_MOST;
  const pods = topology.level === 'pods';
  const plan: Plan = many ? (pods ? 'map of pods' : 'map') : pods ? 'rings of pods' : 'rings';
  const outside = kins.filter(({ namespace }) => namespace === null).map(outsideFrame);
  const inside = many ? territories(topology) : rings(topology, kins);
  const frames = [...outside, ...inside];
  return { id: `${plan} ${String(workspace)} ${JSON.stringify(frames)}`, plan, workspace, frames };
}

function outsideFrame({ units, fold }: Kin): FrameInput {
  const cards = units.map(({ id, size }) => ({ id, ...size, guessed: false }));
  return {
    id: OUTSIDE,
    arrangement: 'column',
    outside: true,
    cards: fold === null ? cards : [],
    room: { width: 196, height: 82 },
  };
}

/** What clients meet first comes first. */
function rings({ cluster }: Topology, kins: readonly Kin[]): readonly FrameInput[] {
  const roomy = cluster.workloads <= ROOMY_MOST;
  const framed = kins
    .filter(({ namespace }) => namespace !== null)
    .map(({ frame, namespace, workloads, units, fold }) => {
      const tiered = units.map((unit) => ({ unit, tier: tierOf(unit) }));
      tiered.sort((a, b) => a.tier - b.tier);
      const tiers = tiered.reduce((sum, { tier }) => sum + tier, 0);
      const unknown = tierOf({ name: namespace ?? '', namespace: '', ports: [] });
      const made: FrameInput = {
        id: frame,
        arrangement: units.length <= RING_MOST && roomy ? 'ring' : 'grid',
        outside: false,
        cards:
          fold === null ? tiered.map(({ unit: { id, size, guessed } }) => ({ id, ...size, guessed })) : [],
        room: territorySize(workloads, CARD),
      };
      return { made, tier: units.length === 0 ? unknown : tiers / units.length };
    });
  return framed.sort((a, b) => a.tier - b.tier || compare(a.made.id, b.made.id)).map(({ made }) => made);
}

/** The large ones first, so that those of a row are of about one size. */
function territories(topology: Topology): readonly FrameInput[] {
  const slot = slotOf(topology);
  const inhabited = topology.namespaces.filter(({ workloads }) => workloads > 0);
  const average = topology.cluster.workloads / Math.max(inhabited.length, 1);
  const least = Math.max(1, Math.ceil(average * LEAST_SHARE));
  return inhabited
    .map(({ name, workloads }) => {
      const room = territorySize(Math.max(workloads, least), slot);
      return { name, room, id: `Namespace/${name}` };
    })
    .sort((a, b) => b.room.height - a.room.height || compare(natural(a.name), natural(b.name)))
    .map(({ id, room }) => ({ id, arrangement: 'grid', outside: false, cards: [], room }));
}
