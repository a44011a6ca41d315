import { Match } from '../compile/match';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { rulesOf } from '../evaluate/row';
import type { IpBlockPeer, PolicyType } from '../model/policy';
import type { BlockReason } from './cniDifferences';

/** The ipBlocks that, by the specification, match (or may match) the other end of a pair. */
export function blockReasons(spec: Evaluated, source: Unit, destination: Unit): readonly BlockReason[] {
  return [...ofSide(spec, 'Egress', source, destination), ...ofSide(spec, 'Ingress', destination, source)];
}

function ofSide(
  { space, rows, locate }: Evaluated,
  type: PolicyType,
  own: Unit,
  other: Unit,
): readonly BlockReason[] {
  const policies = new Set(own.end.classes.flatMap((id) => rows[type][id]?.selecting.policies ?? []));
  return [...policies].flatMap((policy) =>
    rulesOf(policy, type).flatMap(({ peers }, index) =>
      peers
        .filter((peer) => peer.kind === 'ipBlock')
        .filter((peer) => matches(peer, other))
        .map((peer) => ({
          policy: policy.name,
          namespace: policy.namespace,
          type,
          rule: `${type.toLowerCase()}[${String(index)}]`,
          cidr: peer.cidr,
          place: locate(policy, peer.range),
        })),
    ),
  );

  function matches(peer: IpBlockPeer, { end }: Unit): boolean {
    const faces = space.matchesOf(alone(peer), '');
    return end.classes.some((id) => space.classes[id]?.faces.some((face) => faces[face.id] !== Match.no));
  }
}

const lists = new WeakMap<IpBlockPeer, readonly [IpBlockPeer]>();

/** The same list for the same peer, for matches are remembered by it. */
function alone(peer: IpBlockPeer): readonly [IpBlockPeer] {
  let list = lists.get(peer);
  if (!list) lists.set(peer, (list = [peer]));
  return list;
}
