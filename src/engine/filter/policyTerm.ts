import { Match } from '../compile/match';
import { PortSets } from '../compile/portSet';
import { asksByName } from '../compile/rulePorts';
import type { Evaluated } from '../evaluate/evaluated';
import { facePairs, type End } from '../evaluate/pair';
import { grantedPorts, rulesOf, type Row } from '../evaluate/row';
import type { ContainerPort } from '../model/objects';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { called } from './entityTerms';

/** What the policies of one name do. */
export interface NamedPolicies {
  readonly policies: readonly NetworkPolicy[];
  /** A policy selects a pod of it, in either direction. */
  selects(end: End): boolean;
  /** A rule of a policy grants a port to this pair, for certain or perhaps, whatever the other side says. */
  grants(source: End, destination: End): boolean;
}

/** Finds policies by name or `namespace/name`, and asks the rows what they select and grant. */
export function namedPolicies(state: Evaluated, name: string): NamedPolicies {
  const { space, sets, rows, book } = state;
  const names = ({ namespace, name: own }: NetworkPolicy): readonly string[] => [own, `${namespace}/${own}`];
  const isCalled = called(name, book.policies.flatMap(names));
  const policies = book.policies.filter((policy) => names(policy).some(isCalled));
  const wanted = new Set(policies);

  const selects = (row: Row | undefined): boolean =>
    row?.selecting.policies.some((policy) => wanted.has(policy)) ?? false;

  /** Per face of the other end, 1: a rule of a policy that selects this side grants it something. Null: none does. */
  const grantsOf = (type: PolicyType, own: number): Uint8Array | null => {
    const row = rows[type][own];
    if (row === undefined) return null;
    let grants = known.get(row);
    if (grants === undefined) {
      const one = space.classes[own];
      const declared = type === 'Ingress' && one?.kind === 'pods' ? one.example.ports : null;
      known.set(row, (grants = selects(row) ? granted(type, row, declared) : null));
    }
    return grants;
  };
  // Classes that share a row have the same container ports as far as its rules ask for them.
  const known = new Map<Row, Uint8Array | null>();
  const granted = (type: PolicyType, row: Row, declared: readonly ContainerPort[] | null): Uint8Array => {
    const grants = new Uint8Array(space.faces.length);
    for (const policy of row.selecting.policies) {
      if (!wanted.has(policy)) continue;
      for (const rule of rulesOf(policy, type)) {
        const matches = space.matchesOf(rule.peers, policy.namespace);
        const isAlike = type === 'Ingress' || !asksByName(rule.ports);
        const grantsAt = (face: number): boolean =>
          grantedPorts(space, sets, rule, type, declared, face) !== PortSets.none;
        if (isAlike && !grantsAt(0)) continue;
        for (let face = 0; face < grants.length; face++) {
          if (matches[face] !== Match.no && (isAlike || grantsAt(face))) grants[face] = 1;
        }
      }
    }
    return grants;
  };
  return {
    policies,
    selects: ({ classes }) => classes.some((id) => selects(rows.Ingress[id]) || selects(rows.Egress[id])),
    grants: (source, destination) => {
      for (const from of source.classes) {
        const leaving = grantsOf('Egress', from);
        for (const to of destination.classes) {
          const entering = grantsOf('Ingress', to);
          if (leaving === null && entering === null) continue;
          for (const [sourceFace, destinationFace] of facePairs(space, source, from, destination, to)) {
            if (leaving?.[destinationFace] === 1 || entering?.[sourceFace] === 1) return true;
          }
        }
      }
      return false;
    },
  };
}
