import { t } from '../../language/t';
import { Match } from '../compile/match';
import { matchKnown } from '../compile/matchKnown';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { rulesOf, grantedPorts } from '../evaluate/row';
import type { NearMissEdit } from '../evidence';
import { NAMESPACE_NAME_LABEL, namespaceIn, type KnownLabels } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { LabelSelector, NetworkPolicy, Peer, PolicyType, Requirement, Rule } from '../model/policy';
import type { Range } from '../source';
import { matchOf } from './matchOf';
import { missWords } from './missWords';
import { otherEndOf, type OtherEnd } from './otherEnd';
import { portText } from './portText';

/** One side of a pair that stops it, in the words of the classes and faces that decide. */
export interface StoppingSide {
  readonly type: PolicyType;
  readonly subject: NamedEnd;
  readonly subjectClass: number;
  readonly other: NamedEnd;
  readonly face: number;
  /** Ports of which at least one has to be granted. */
  readonly needed: PortSetId;
  /** What to grant where nothing of that is. */
  readonly wanted: PortSetId;
}

/** A rule that would let something through if it, or the labels it asks for, were a little otherwise. */
export interface NearRule {
  readonly type: PolicyType;
  readonly policy: NetworkPolicy;
  /** Null: there would have to be one more. */
  readonly rule: Rule | null;
  readonly index: number;
  readonly edits: readonly NearMissEdit[];
  /** What it would grant then. */
  readonly grants: PortSetId;
  /** The first thing that stops it. */
  readonly range: Range;
  readonly conditions: readonly string[];
}

/** A rule from which more than this has to change is not near. */
const MOST_EDITS = 2;

interface Lack {
  readonly edit: NearMissEdit;
  readonly range: Range;
  readonly words: string;
}

/** All rules of a side that come near; of most there are two ways: the labels, or the selector. */
export function nearRules(state: Evaluated, side: StoppingSide): readonly (readonly NearRule[])[] {
  const { space, sets, rows } = state;
  const { type, subjectClass, other, face, needed, wanted } = side;
  const own = space.classes[subjectClass];
  const declared = type === 'Ingress' && own?.kind === 'pods' ? own.example.ports : null;
  const seen = otherEndOf(space, other, face);
  const found: NearRule[][] = [];
  for (const policy of rows[type][subjectClass]?.selecting.policies ?? []) {
    for (const [index, rule] of rulesOf(policy, type).entries()) {
      const granted = grantedPorts(space, sets, rule, type, declared, face);
      const isEnough = sets.intersect(granted, needed) !== PortSets.none;
      const ports = isEnough ? [] : [lackOfPorts(state, rule, granted, wanted)];
      const grants = isEnough ? granted : sets.union(granted, wanted);
      for (const ways of waysIn(state, policy, rule, other, seen)) {
        const near = ways.flatMap((lacks): NearRule[] => {
          const all = [...lacks, ...ports];
          const [first] = all;
          if (first === undefined || all.length > MOST_EDITS) return [];
          return [
            {
              type,
              policy,
              rule,
              index,
              grants,
              range: first.range,
              edits: all.map(({ edit }) => edit),
              conditions: all.map(({ words }) => words),
            },
          ];
        });
        if (near.length > 0) found.push(near);
      }
    }
  }
  return found;
}

function lackOfPorts({ sets }: Evaluated, rule: Rule, granted: PortSetId, wanted: PortSetId): Lack {
  const [first, another] = rule.ports;
  const text = portText(sets, wanted);
  return {
    edit: { kind: 'ports', ports: text },
    range: first !== undefined && another === undefined ? first.range : rule.range,
    words: missWords.ports(text, portText(sets, granted)),
  };
}

/** For each peer, the ways in which it would match: what it lacks. One empty way for a rule that does. */
function waysIn(
  { space }: Evaluated,
  policy: NetworkPolicy,
  rule: Rule,
  other: NamedEnd,
  seen: OtherEnd,
): readonly (readonly (readonly Lack[])[])[] {
  if (matchOf(space, rule.peers, policy.namespace, seen.face) === Match.yes) return [[[]]];
  return rule.peers.map((peer, at) => {
    if (peer.kind === 'ipBlock') {
      if (seen.pod !== null && space.cni === 'cilium') return [];
      const edit: NearMissEdit = { kind: 'block', peer: at };
      return [[{ edit, range: peer.range, words: missWords.block(peer.cidr, other.name) }]];
    }
    if (seen.pod === null || seen.pod.hostNetwork) return [];
    const { namespace, labels } = seen.pod;
    const ofNamespace = namespaceIn(space.cluster, namespace);
    const place: Lack[] = [];
    if (peer.namespaceSelector === null && namespace !== policy.namespace) {
      const edit: NearMissEdit = { kind: 'namespace', peer: at, namespace };
      place.push({ edit, range: peer.range, words: missWords.namespace(namespace, policy.namespace) });
    }
    const ask = (isByLabel: boolean): readonly Lack[] | null => {
      const namespaces = lacksOf('namespaceSelector', at, peer, ofNamespace, namespace, other, isByLabel);
      const ofPod = { labels, labelsKnown: true };
      const pods = lacksOf('podSelector', at, peer, ofPod, namespace, other, isByLabel);
      return namespaces && pods && [...place, ...namespaces, ...pods];
    };
    return [ask(true), ask(false)].flatMap((lacks) => (lacks === null ? [] : [lacks]));
  });
}

/** What one selector of a peer asks for in vain; null: no label would do. */
function lacksOf(
  selector: 'namespaceSelector' | 'podSelector',
  peer: number,
  written: Extract<Peer, { kind: 'pods' }>,
  has: KnownLabels,
  namespace: string,
  { id, name }: NamedEnd,
  isByLabel: boolean,
): readonly Lack[] | null {
  const asked = written[selector];
  const lacks: Lack[] = [];
  for (const [at, requirement] of (asked?.requirements ?? []).entries()) {
    if (asked === null || holds(requirement, has)) continue;
    const { key, range } = requirement;
    // The name of a namespace is what it is.
    if (!isByLabel || key === NAMESPACE_NAME_LABEL) {
      const edit: NearMissEdit = { kind: 'requirement', peer, selector, requirement: at };
      lacks.push({ edit, range, words: missWords.requirement(selector, requirement, has.labels) });
      continue;
    }
    const value = valueFor(asked, requirement);
    if (value === undefined) return null;
    const edit: NearMissEdit =
      selector === 'podSelector'
        ? { kind: 'podLabel', entity: id, key, value }
        : { kind: 'namespaceLabel', namespace, key, value };
    const who = selector === 'podSelector' ? name : t`namespace ${namespace}`;
    lacks.push({ edit, range, words: missWords.label(who, requirement, value, has) });
  }
  return lacks;
}

/** A value of the label with which the whole selector could match; undefined: there is none. */
function valueFor({ requirements, range }: LabelSelector, failing: Requirement): string | null | undefined {
  const { key, values } = failing;
  const sameKey = { requirements: requirements.filter((one) => one.key === key), range };
  const tried: readonly (string | null)[] = failing.operator === 'In' ? values : [null, 'true', 'other'];
  return tried.find((value) => matchesLabels(sameKey, value === null ? new Map() : new Map([[key, value]])));
}

function holds(requirement: Requirement, has: KnownLabels): boolean {
  return matchKnown({ requirements: [requirement], range: requirement.range }, has) === Match.yes;
}
