import { selecting, type PolicyBook, type Selecting } from '../compile/policyBook';
import { PortSets, type PortSetId } from '../compile/portSet';
import { asksByName, portsOf } from '../compile/rulePorts';
import { Match, type Space } from '../compile/space';
import type { ContainerPort } from '../model/objects';
import type { NetworkPolicy, PolicyType, Rule } from '../model/policy';

/**
 * What one side lets through, per face of the other end. `definite` passes for certain, `possible` cannot be excluded;
 * they differ where an address is not known or a policy could not be read. The same array when they do not.
 */
export interface Row {
  readonly isolated: boolean;
  readonly definite: Uint32Array;
  readonly possible: Uint32Array;
}

/** By class id. */
export interface Rows {
  readonly Egress: readonly Row[];
  readonly Ingress: readonly Row[];
}

/** Remembers rows between answers: a policy that did not change keeps the rows it alone decides, as the same objects. */
export class RowCache {
  #space: Space | null = null;
  #rows = new Map<string, Row>();
  #ids = new WeakMap<object, number>();
  #lastId = 0;
  /** Rows computed since the cache was made: the exact cost of edits. */
  computed = 0;

  /** Forgets everything when the space is another one; afterwards `used` rows are all that is kept. */
  collect(space: Space, build: (row: (key: string, make: () => Row) => Row) => Rows): Rows {
    const old = this.#space === space ? this.#rows : new Map<string, Row>();
    const used = new Map<string, Row>();
    const rows = build((key, make) => {
      let row = used.get(key) ?? old.get(key);
      if (!row) {
        row = make();
        this.computed++;
      }
      used.set(key, row);
      return row;
    });
    this.#space = space;
    this.#rows = used;
    return rows;
  }

  /** A number for an object that stays the same as long as the object does. */
  idOf(object: object): number {
    let id = this.#ids.get(object);
    if (id === undefined) this.#ids.set(object, (id = ++this.#lastId));
    return id;
  }
}

/** The rows of every class. Classes that the same policies select in the same way share one row object. */
export function buildRows(space: Space, sets: PortSets, book: PolicyBook, cache: RowCache): Rows {
  return cache.collect(space, (row) => {
    const open = row('open', () => {
      const everything = new Uint32Array(space.faces.length).fill(PortSets.all);
      return { isolated: false, definite: everything, possible: everything };
    });
    const rowsOf = (type: PolicyType): readonly Row[] =>
      space.classes.map((one) => {
        if (one.kind === 'external' || space.cni === 'none') return open;
        const side = selecting(book, one.example, type);
        const { policies, rejected, unsupported } = side;
        if (policies.length + rejected.length + unsupported.length === 0) return open;
        const declared = type === 'Ingress' ? one.example.ports : null;
        const key = [
          type,
          policies.map((policy) => cache.idOf(policy)).join(),
          rejected.length,
          unsupported.length,
          declared && policies.some((policy) => usesNames(policy))
            ? JSON.stringify(declared.map(({ name, protocol, port }) => [name, protocol, port]))
            : '',
        ].join(' ');
        return row(key, () => makeRow(space, sets, side, type, declared));
      });
    return { Egress: rowsOf('Egress'), Ingress: rowsOf('Ingress') };
  });
}

function usesNames({ ingress }: NetworkPolicy): boolean {
  return ingress.some((rule) => asksByName(rule.ports));
}

/** A side passes what any rule of any policy that selects it grants; without such a policy, everything. */
function makeRow(
  space: Space,
  sets: PortSets,
  { policies, rejected, unsupported }: Selecting,
  type: PolicyType,
  declared: readonly ContainerPort[] | null,
): Row {
  const isolated = policies.length > 0;
  const size = space.faces.length;
  let definite = new Uint32Array(size);
  let possible = definite;
  if (!isolated) definite.fill(PortSets.all);
  for (const policy of policies) {
    for (const rule of rulesOf(policy, type)) {
      const matches = space.matchesOf(rule.peers, policy.namespace);
      if (possible === definite && matches.includes(Match.maybe)) possible = definite.slice();
      for (let face = 0; face < size; face++) {
        const match = matches[face];
        if (match === Match.no || match === undefined) continue;
        const ports = grantedPorts(space, sets, rule, type, declared, face);
        possible[face] = sets.union(possible[face] ?? PortSets.none, ports);
        if (possible !== definite && match === Match.yes) {
          definite[face] = sets.union(definite[face] ?? PortSets.none, ports);
        }
      }
    }
  }
  // A rejected policy can only add: isolation where there is none, grants where there is. Another kind can do anything.
  if (unsupported.length > 0 || (rejected.length > 0 && !isolated)) definite = new Uint32Array(size);
  if (unsupported.length > 0 || rejected.length > 0) possible = new Uint32Array(size).fill(PortSets.all);
  return { isolated, definite, possible };
}

export function rulesOf(policy: NetworkPolicy, type: PolicyType): readonly Rule[] {
  return type === 'Ingress' ? policy.ingress : policy.egress;
}

/** What a matching rule grants towards one face: names are those of the destination's container ports. */
export function grantedPorts(
  space: Space,
  sets: PortSets,
  rule: Rule,
  type: PolicyType,
  ownPorts: readonly ContainerPort[] | null,
  face: number,
): PortSetId {
  if (type === 'Ingress' || !asksByName(rule.ports)) return portsOf(sets, rule.ports, ownPorts);
  const other = space.classes[space.faces[face]?.class ?? -1];
  const declared = other?.kind === 'pods' && !other.example.hostNetwork ? other.example.ports : null;
  return portsOf(sets, rule.ports, declared);
}
