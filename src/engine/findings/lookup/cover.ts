import { Match } from '../../compile/match';
import type { PortSetId, PortSets } from '../../compile/portSet';
import { portsOf } from '../../compile/rulePorts';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy, Rule } from '../../model/policy';

/** How much of one rule another one lets in: not all of it, all of it, or all of it and more. */
export type Cover = 'none' | 'equal' | 'wider';

/** Whether one of the rules lets in all that a rule of the same namespace does; `wider`: and more. */
export function coverOf(
  state: Evaluated,
  { namespace }: NetworkPolicy,
  rule: Rule,
  others: readonly Rule[],
): Cover {
  let best: Cover = 'none';
  for (const other of others) {
    const peers = comparePeers(state, rule, other, namespace);
    if (peers === 'none') continue;
    const ports = comparePorts(state.sets, rule, other);
    if (ports === 'none') continue;
    if (peers === 'wider' || ports === 'wider') return 'wider';
    best = 'equal';
  }
  return best;
}

function comparePeers({ space }: Evaluated, rule: Rule, other: Rule, namespace: string): Cover {
  if (other.peers.length === 0) return rule.peers.length === 0 ? 'equal' : 'wider';
  if (rule.peers.length === 0) return 'none';
  const matches = space.matchesOf(rule.peers, namespace);
  const wider = space.matchesOf(other.peers, namespace);
  if (matches === wider) return 'equal';
  const own = facesIn(matches);
  // A rule that matches nobody is not cancelled by anything.
  if (own.length === 0 || !own.every((face) => wider[face] === Match.yes)) return 'none';
  return facesIn(wider).length > own.length ? 'wider' : 'equal';
}

const known = new WeakMap<Uint8Array, readonly number[]>();

/** The faces that may match. */
function facesIn(matches: Uint8Array): readonly number[] {
  let faces = known.get(matches);
  if (!faces) {
    const found: number[] = [];
    for (let face = 0; face < matches.length; face++) if (matches[face] !== Match.no) found.push(face);
    known.set(matches, (faces = found));
  }
  return faces;
}

/** Names of ports are compared as they are written. */
function comparePorts(sets: PortSets, rule: Rule, other: Rule): Cover {
  if (other.ports.length === 0) return rule.ports.length === 0 ? 'equal' : 'wider';
  if (rule.ports.length === 0) return 'none';
  const [own, wider] = [written(sets, rule), written(sets, other)];
  if (!sets.includes(wider.numbers, own.numbers)) return 'none';
  if (!own.names.every((name) => wider.names.includes(name))) return 'none';
  return own.numbers === wider.numbers && own.names.length === wider.names.length ? 'equal' : 'wider';
}

/** The ports of a rule as they are written. */
interface WrittenPorts {
  readonly sets: PortSets;
  readonly numbers: PortSetId;
  readonly names: readonly string[];
}

const portsByRule = new WeakMap<Rule, WrittenPorts>();

function written(sets: PortSets, rule: Rule): WrittenPorts {
  const last = portsByRule.get(rule);
  if (last?.sets === sets) return last;
  const names = rule.ports.flatMap(({ port, protocol }) =>
    typeof port === 'string' ? `${protocol} ${port}` : [],
  );
  const made = { sets, numbers: portsOf(sets, rule.ports, null), names: [...new Set(names)] };
  portsByRule.set(rule, made);
  return made;
}
