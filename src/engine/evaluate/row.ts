import { EGRESS_LOCK, EGRESS_PERHAPS, INGRESS_LOCK, INGRESS_PERHAPS } from '../answer';
import { unsupportedAt, type Selecting } from '../compile/policyBook';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Kinship } from '../compile/kinship';
import { asksByName, portsOf } from '../compile/rulePorts';
import { Match } from '../compile/match';
import type { Space } from '../compile/space';
import type { ContainerPort } from '../model/objects';
import type { NetworkPolicy, PolicyType, Rule } from '../model/policy';

/** PortSetIds by face; short where all of them are small. */
export type Grants = Uint16Array | Uint32Array;

const SHORT_IDS = 0x10000;

/**
 * What one side lets through, per face of the other end: a rule of policies, worked out for one face when asked, or for
 * all of them once somebody wants to look at many. `definite` passes for certain, `possible` cannot be excluded; they
 * differ where an address is not known or a policy could not be read.
 */
export class Row {
  /** At least one policy selects the pods of this side. */
  readonly isolated: boolean;
  readonly selecting: Selecting;
  readonly type: PolicyType;
  /** Equal for rows that let the same through to the same pods, also of two spaces. */
  readonly key: string;
  readonly #space: Space;
  readonly #sets: PortSets;
  readonly #declared: readonly ContainerPort[] | null;
  #definite: Grants | null = null;
  #possible: Grants | null = null;

  /** `declared`: the container ports of an ingress side's own pods, by which its rules' names are resolved. */
  constructor(
    space: Space,
    sets: PortSets,
    selecting: Selecting,
    type: PolicyType,
    declared: readonly ContainerPort[] | null,
    key: string,
  ) {
    this.key = key;
    this.isolated = selecting.policies.length > 0;
    this.selecting = selecting;
    this.type = type;
    this.#space = space;
    this.#sets = sets;
    this.#declared = declared;
  }

  /** Nothing here has a say: every port passes for every face. */
  get isOpen(): boolean {
    const { policies, perhaps, rejected, unsupported } = this.selecting;
    return policies.length + perhaps.length + rejected.length + unsupported.length === 0;
  }

  /** Whether it is isolated cannot be said: no policy selects it for certain, and something may. */
  get mayBeIsolated(): boolean {
    return !this.isolated && !this.isOpen;
  }

  definiteAt(face: number): PortSetId {
    return this.#definite?.[face] ?? this.#at(face)[0];
  }

  possibleAt(face: number): PortSetId {
    return this.#possible?.[face] ?? this.#at(face)[1];
  }

  /** For all faces. The same arrays when nothing is in doubt; they are kept until `forget`. */
  fill(): { readonly definite: Grants; readonly possible: Grants } {
    if (this.#definite === null || this.#possible === null) {
      // Combining may make ids that do not fit short numbers any more: then once again.
      const short = this.#sets.size <= SHORT_IDS ? this.#compute((size) => new Uint16Array(size)) : null;
      const isShort = short !== null && this.#sets.size <= SHORT_IDS;
      const { definite, possible } = isShort ? short : this.#compute((size) => new Uint32Array(size));
      this.#definite = definite;
      this.#possible = possible;
    }
    return { definite: this.#definite, possible: this.#possible };
  }

  /** The same row in a space that was cut after its own: what is known of faces that both have is taken over. */
  in(space: Space, { runs, fresh }: Kinship): Row {
    const row = new Row(space, this.#sets, this.selecting, this.type, this.#declared, this.key);
    const [definite, possible] = [this.#definite, this.#possible];
    if (definite === null || possible === null) return row;
    const size = space.faces.length;
    // Face by face many rules would cost more than finding all that each of them matches.
    if (fresh.length * this.#rules() > size) return row;
    // Where nobody came and nobody went the arrays are the same.
    const isAll = runs.length === 1 && runs[0]?.length === size && definite.length === size;
    const take = (known: Grants, ofFresh: readonly PortSetId[]): Grants => {
      if (isAll) return known;
      const taken = known instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
      for (const { before, now, length } of runs) taken.set(known.subarray(before, before + length), now);
      for (const [index, face] of fresh.entries()) taken[face] = ofFresh[index] ?? PortSets.none;
      return taken;
    };
    const both = fresh.map((face) => row.#at(face));
    const low = both.map(([ports]) => ports);
    const high = both.map(([, ports]) => ports);
    // The fresh faces may have made ids that do not fit short numbers any more.
    if (definite instanceof Uint16Array && this.#sets.size > SHORT_IDS) return row;
    row.#definite = take(definite, low);
    const isDecided = definite === possible && low.every((ports, index) => ports === high[index]);
    row.#possible = isDecided ? row.#definite : take(possible, high);
    return row;
  }

  #rules(): number {
    const { policies, perhaps } = this.selecting;
    return [...policies, ...perhaps].reduce((sum, policy) => sum + rulesOf(policy, this.type).length, 0);
  }

  /** Bytes that `forget` would free. */
  get bytes(): number {
    const more = this.#possible === this.#definite ? 0 : (this.#possible?.byteLength ?? 0);
    return (this.#definite?.byteLength ?? 0) + more;
  }

  forget(): void {
    this.#definite = null;
    this.#possible = null;
  }

  /**
   * A rejected policy can only add: isolation where there is none, grants where there is. A policy of another kind can
   * do anything.
   */
  #mayBeLess(face: number): boolean {
    return (this.selecting.rejected.length > 0 && !this.isolated) || this.isInterferedAt(face);
  }

  #mayBeMore(face: number): boolean {
    return this.selecting.rejected.length > 0 || this.isInterferedAt(face);
  }

  /** A policy of a kind that is not evaluated here may have a say. */
  isInterferedAt(face: number): boolean {
    return unsupportedAt(this.#space, this.selecting, face).length > 0;
  }

  /** What passes for certain, and what cannot be excluded. */
  #at(face: number): readonly [definite: PortSetId, possible: PortSetId] {
    let [definite, possible] = this.isolated
      ? this.#grantedAt(face, this.selecting.policies)
      : [PortSets.all, PortSets.all];
    [definite, possible] = this.#withPerhaps(face, definite, possible);
    if (this.#mayBeLess(face)) definite = PortSets.none;
    if (this.#mayBeMore(face)) possible = PortSets.all;
    return [definite, possible];
  }

  /**
   * Where other policies isolate these can only add; where none does, what passes for certain is what each of them
   * would let through.
   */
  #withPerhaps(
    face: number,
    definite: PortSetId,
    possible: PortSetId,
  ): [definite: PortSetId, possible: PortSetId] {
    let [low, high] = [definite, possible];
    for (const policy of this.selecting.perhaps) {
      const [less, more] = this.#grantedAt(face, [policy]);
      if (this.isolated) high = this.#sets.union(high, more);
      else low = this.#sets.intersect(low, less);
    }
    return [low, high];
  }

  #grantedAt(
    face: number,
    policies: readonly NetworkPolicy[],
  ): readonly [definite: PortSetId, possible: PortSetId] {
    let definite = PortSets.none;
    let possible = PortSets.none;
    const open: PlacedRule[] = [];
    for (const policy of policies) {
      for (const rule of rulesOf(policy, this.type)) {
        const match = this.#space.matchAt(rule.peers, policy.namespace, face);
        if (match === Match.no) continue;
        const ports = this.#grants(rule, face);
        possible = this.#sets.union(possible, ports);
        if (match === Match.yes) definite = this.#sets.union(definite, ports);
        else open.push({ rule, namespace: policy.namespace });
      }
    }
    return [this.#sets.union(definite, this.#together(open, face)), possible];
  }

  #together(rules: readonly PlacedRule[], face: number): PortSetId {
    return grantedTogether(this.#space, this.#sets, rules, face, (rule) => this.#grants(rule, face));
  }

  #grants(rule: Rule, face: number): PortSetId {
    return grantedPorts(this.#space, this.#sets, rule, this.type, this.#declared, face);
  }

  /** A side passes what any rule of any policy that selects it grants; without such a policy, everything. */
  #compute(make: (size: number) => Grants): { readonly definite: Grants; readonly possible: Grants } {
    const sets = this.#sets;
    const size = this.#space.faces.length;
    const definite = make(size);
    let possible = definite;
    const open: PlacedRule[] = [];
    if (!this.isolated) definite.fill(PortSets.all);
    for (const policy of this.selecting.policies) {
      for (const rule of rulesOf(policy, this.type)) {
        const { faces, hasMaybe } = this.#space.matchedBy(rule.peers, policy.namespace);
        if (possible === definite && hasMaybe) possible = definite.slice();
        if (hasMaybe) open.push({ rule, namespace: policy.namespace });
        const matches = possible === definite ? null : this.#space.matchesOf(rule.peers, policy.namespace);
        const byFace = this.type === 'Egress' && asksByName(rule.ports);
        const same = byFace ? PortSets.none : this.#grants(rule, 0);
        for (const face of faces) {
          const ports = byFace ? this.#grants(rule, face) : same;
          possible[face] = sets.union(possible[face] ?? PortSets.none, ports);
          if (matches?.[face] === Match.yes) {
            definite[face] = sets.union(definite[face] ?? PortSets.none, ports);
          }
        }
      }
    }
    if (open.length > 1) {
      this.#addTogether(open, definite);
      if (definite.every((ports, face) => ports === possible[face])) possible = definite;
    }
    const { perhaps, rejected, unsupported } = this.selecting;
    if (perhaps.length + rejected.length + unsupported.length === 0) return { definite, possible };
    const [less, more] = [definite.slice(), possible.slice()];
    for (let face = 0; face < size; face++) {
      if (perhaps.length > 0)
        [less[face], more[face]] = this.#withPerhaps(face, less[face] ?? 0, more[face] ?? 0);
      if (this.#mayBeLess(face)) less[face] = PortSets.none;
      if (this.#mayBeMore(face)) more[face] = PortSets.all;
    }
    return { definite: less, possible: more };
  }

  /** Of faces that are not told apart by their ports it is the same for all that are as little known. */
  #addTogether(rules: readonly PlacedRule[], definite: Grants): void {
    const byFace = this.type === 'Egress' && rules.some(({ rule }) => asksByName(rule.ports));
    const known = new Map<readonly number[], PortSetId>();
    for (let face = 0; face < definite.length; face++) {
      const places = this.#space.standInsOf(face);
      if (places.length === 0) continue;
      const ports = (byFace ? undefined : known.get(places)) ?? this.#together(rules, face);
      known.set(places, ports);
      definite[face] = this.#sets.union(definite[face] ?? PortSets.none, ports);
    }
  }
}

/** Which directions of an end are isolated, or may be; bits as in Picture.locks. */
export function locksOf(
  { Egress, Ingress }: Readonly<Record<PolicyType, readonly Row[]>>,
  classes: readonly number[],
): number {
  const lock = (rows: readonly Row[], sure: number, perhaps: number): number => {
    if (classes.some((id) => rows[id]?.isolated)) return sure;
    return classes.some((id) => rows[id]?.mayBeIsolated) ? perhaps : 0;
  };
  return lock(Ingress, INGRESS_LOCK, INGRESS_PERHAPS) | lock(Egress, EGRESS_LOCK, EGRESS_PERHAPS);
}

/** A rule with the namespace of its policy. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly namespace: string;
}

/**
 * What some of the rules grant wherever a face of unknown address is: each may hold only some of the addresses it may
 * have, and together they hold all of them.
 */
export function grantedTogether(
  space: Space,
  sets: PortSets,
  rules: readonly PlacedRule[],
  face: number,
  grants: (rule: Rule) => PortSetId,
): PortSetId {
  const places = space.standInsOf(face);
  if (places.length === 0 || rules.length === 0) return PortSets.none;
  const all = rules.map(({ rule, namespace }) => ({
    matches: space.matchesOf(rule.peers, namespace),
    ports: grants(rule),
  }));
  let least = PortSets.all;
  for (const place of places) {
    let sum = PortSets.none;
    for (const { matches, ports } of all) if (matches[place] === Match.yes) sum = sets.union(sum, ports);
    least = sets.intersect(least, sum);
    if (least === PortSets.none) break;
  }
  return least;
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
