import { Match } from '../compile/match';
import { matchKnown, matchPod } from '../compile/matchKnown';
import { nothingSelects, selecting, unsupportedAt, type Selecting } from '../compile/policyBook';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { PodClass } from '../compile/space';
import type { Evaluated } from '../evaluate/evaluated';
import { facePairs, exemption, type End } from '../evaluate/pair';
import { grantedPorts, grantedTogether, rulesOf, type PlacedRule } from '../evaluate/row';
import { namespaceIn } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { Labels } from '../model/objects';
import type { NetworkPolicy, Peer, PolicyType, Rule } from '../model/policy';
import { matchOf } from './matchOf';

/** Labels that are to be otherwise; null: not there. */
export type LabelEdits = ReadonlyMap<string, string | null>;

/** What is supposed to be otherwise than the text says. */
export interface Supposition {
  /** Labels of the pods of each end, … */
  readonly source: LabelEdits;
  readonly destination: LabelEdits;
  /** … and of namespaces, by name. */
  readonly namespaces: ReadonlyMap<string, LabelEdits>;
  /** Peers that read otherwise. */
  readonly peers: ReadonlyMap<Peer, Peer>;
  /** Rules one of whose blocks contains the other end. */
  readonly matching: ReadonlySet<Rule>;
  /** Ports that rules grant besides their own. */
  readonly granting: ReadonlyMap<Rule, PortSetId>;
  /** Ports that one more rule of a side grants. */
  readonly added: ReadonlyMap<PolicyType, PortSetId>;
}

/** Nothing is otherwise. */
export const asItIs: Supposition = {
  source: new Map(),
  destination: new Map(),
  namespaces: new Map(),
  peers: new Map(),
  matching: new Set(),
  granting: new Map(),
  added: new Map(),
};

/** What would certainly pass from one end to the other. */
export function supposedPorts(
  state: Evaluated,
  source: End,
  destination: End,
  supposed: Supposition,
): PortSetId {
  const { space, sets } = state;
  const node = exemption(space, state.rows, source, destination);
  const leaving = {
    state,
    type: 'Egress',
    supposed,
    own: supposed.source,
    others: supposed.destination,
  } as const;
  const entering = {
    state,
    type: 'Ingress',
    supposed,
    own: supposed.destination,
    others: supposed.source,
  } as const;
  let passing = PortSets.all;
  for (const from of source.classes) {
    for (const to of destination.classes) {
      for (const [fromFace, toFace] of facePairs(space, source, from, destination, to)) {
        const out = node.destinationIsNode === 'always' ? PortSets.all : sidePorts(leaving, from, toFace);
        const into = node.sourceIsNode === 'always' ? PortSets.all : sidePorts(entering, to, fromFace);
        passing = sets.intersect(passing, sets.intersect(out, into));
      }
    }
  }
  return passing;
}

interface SupposedSide {
  readonly state: Evaluated;
  readonly type: PolicyType;
  readonly supposed: Supposition;
  /** Of the side's own pods, and of the other end's. */
  readonly own: LabelEdits;
  readonly others: LabelEdits;
}

function sidePorts(side: SupposedSide, own: number, face: number): PortSetId {
  const { state, type, supposed } = side;
  const { space, sets } = state;
  const one = space.classes[own];
  if (one?.kind !== 'pods' || one.example.hostNetwork || space.cni === 'none') return PortSets.all;
  const all = selectingOf(side, one);
  const { policies, perhaps, rejected } = all;
  const isDoubtful = perhaps.length + rejected.length > 0 && policies.length === 0;
  if (unsupportedAt(space, all, face).length > 0 || isDoubtful) return PortSets.none;
  if (policies.length === 0) return PortSets.all;
  const declared = type === 'Ingress' ? one.example.ports : null;
  const grants = (rule: Rule): PortSetId =>
    sets.union(
      grantedPorts(space, sets, rule, type, declared, face),
      supposed.granting.get(rule) ?? PortSets.none,
    );
  let sum = supposed.added.get(type) ?? PortSets.none;
  const open: PlacedRule[] = [];
  for (const policy of policies) {
    for (const rule of rulesOf(policy, type)) {
      if (matches(side, rule, policy.namespace, face)) sum = sets.union(sum, grants(rule));
      else open.push({ rule, namespace: policy.namespace });
    }
  }
  return sets.union(sum, grantedTogether(space, sets, open, face, grants));
}

/** Other labels may be selected by other policies. */
function selectingOf({ state, type, own }: SupposedSide, { id, example }: PodClass): Selecting {
  const { rows, book } = state;
  if (own.size === 0) return rows[type][id]?.selecting ?? nothingSelects;
  const { namespace } = example;
  const labels = edited(example.labels, own);
  const those = (wanted: Match): readonly NetworkPolicy[] =>
    (book.byNamespace.get(namespace) ?? []).filter(
      ({ policyTypes, podSelector }) =>
        policyTypes.includes(type) && matchPod(podSelector, labels) === wanted,
    );
  return selecting(type, {
    policies: those(Match.yes),
    perhaps: those(Match.maybe),
    rejected: book.rejected.filter(
      (one) =>
        (one.namespace === null || one.namespace === namespace) &&
        one.policyTypes.includes(type) &&
        (one.podSelector === null || matchPod(one.podSelector, labels) !== Match.no),
    ),
    unsupported: book.unsupported.filter((one) => one.namespace === null || one.namespace === namespace),
  });
}

function matches({ state, supposed, others }: SupposedSide, rule: Rule, own: string, face: number): boolean {
  const { space } = state;
  if (supposed.matching.has(rule)) return true;
  const other = space.classes[space.faces[face]?.class ?? -1];
  const isPlain =
    other?.kind !== 'pods' ||
    (others.size === 0 && !supposed.namespaces.has(other.example.namespace) && supposed.peers.size === 0);
  if (isPlain) return matchOf(space, rule.peers, own, face) === Match.yes;
  if (rule.peers.length === 0) return true;
  const blocks = rule.peers.filter((peer) => peer.kind === 'ipBlock');
  if (blocks.length > 0 && matchOf(space, blocks, own, face) === Match.yes) return true;
  const { namespace, labels, hostNetwork } = other.example;
  if (hostNetwork) return false;
  const now = namespaceIn(space.cluster, namespace);
  const edits = supposed.namespaces.get(namespace) ?? new Map<string, string | null>();
  const ofNamespace = { ...now, labels: edited(now.labels, edits) };
  const ofPod = edited(labels, others);
  return rule.peers.some((written) => {
    const peer = supposed.peers.get(written) ?? written;
    if (peer.kind !== 'pods') return false;
    const isThere =
      peer.namespaceSelector === null
        ? namespace === own
        : matchKnown(peer.namespaceSelector, ofNamespace) === Match.yes;
    return isThere && (peer.podSelector === null || matchesLabels(peer.podSelector, ofPod));
  });
}

function edited(labels: Labels, edits: LabelEdits): Labels {
  if (edits.size === 0) return labels;
  const next = new Map(labels);
  for (const [key, value] of edits) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}
