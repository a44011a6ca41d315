import { t } from '../../language/t';
import { Match } from '../compile/match';
import { matchKnown } from '../compile/matchKnown';
import { portsOf } from '../compile/rulePorts';
import type { Scene } from '../evaluate/scene';
import type { Evaluated, EvaluatedText } from '../evaluate/evaluated';
import { externalFacts } from '../evaluate/facts';
import { rulesOf } from '../evaluate/row';
import type { PlaceExplanation } from '../evidence';
import type { PolicyType, Rule } from '../model/policy';
import type { FileId } from '../source';
import { selectorText, writtenPort } from './checkWords';
import {
  grantOf,
  matchedBy,
  reachOfPlace,
  subjectsOf,
  type Classes,
  type Grant,
  type PlaceReach,
} from './placeReach';
import { findTarget, type PlaceTarget } from './placeTarget';
import { countPhrase, placeWords } from './placeWords';
import { portText } from './portText';

/** What stands at an offset of a file, in plain words, and what it concerns; null: it is in no policy. */
export function atPlace(
  state: EvaluatedText,
  scene: Scene,
  file: FileId,
  offset: number,
): PlaceExplanation | null {
  const target = findTarget(state, file, offset);
  if (target === null) return null;
  const subjects = subjectsOf(state, target.policy);
  return {
    kind: kindOf(target),
    place: state.locate(target.policy, target.range),
    label: labelOf(target),
    sentence: sentenceOf(state, target, subjects),
    ...reachOf(state, scene, target, subjects),
  };
}

function kindOf({ kind }: PlaceTarget): PlaceExplanation['kind'] {
  switch (kind) {
    case 'policy':
    case 'rule':
    case 'peer':
    case 'port':
      return kind;
    case 'podSelector':
    case 'peerSelector':
      return 'selector';
  }
}

function labelOf(target: PlaceTarget): string {
  const { name } = target.policy;
  switch (target.kind) {
    case 'policy':
      return name;
    case 'podSelector':
      return t`podSelector of ${name}`;
    case 'rule':
      return t`${pathOf(target)} of ${name}`;
    case 'peer':
      return t`a peer of ${pathOf(target)} of ${name}`;
    case 'peerSelector':
      return t`${target.field} in ${pathOf(target)} of ${name}`;
    case 'port':
      return t`${writtenPort(target.port)} of ${pathOf(target)} of ${name}`;
  }
}

function pathOf({
  type,
  index,
}: Extract<PlaceTarget, { kind: 'rule' | 'peer' | 'peerSelector' | 'port' }>): string {
  return `${type === 'Ingress' ? 'ingress' : 'egress'}[${String(index)}]`;
}

function sentenceOf(state: Evaluated, target: PlaceTarget, subjects: Classes): string {
  const { policy } = target;
  switch (target.kind) {
    case 'policy':
      return placeWords.policy(policy);
    case 'podSelector':
      return placeWords.selector('podSelector', selectorText(policy.podSelector), who(state, subjects));
    case 'rule':
      return placeWords.rule(policy, target.type, target.rule);
    case 'peer': {
      const matched = who(state, matchedBy(state, [target.peer], policy.namespace));
      return placeWords.peer(policy, target.type, target.rule, target.peer, matched);
    }
    case 'peerSelector': {
      const { type, rule, peer, field, selector } = target;
      const selected =
        field === 'podSelector'
          ? who(state, matchedBy(state, [peer], policy.namespace))
          : namespacesOf(state, target);
      const words = placeWords.selector(field, selectorText(selector), selected);
      return placeWords.peerSelector(policy, type, rule, words);
    }
    case 'port': {
      const { type, rule, port } = target;
      return placeWords.port(policy, type, rule, writtenPort(port), meaningOf(state, target, subjects));
    }
  }
}

function namespacesOf(
  { space }: Evaluated,
  { selector }: Extract<PlaceTarget, { kind: 'peerSelector' }>,
): string {
  const namespaces = [...space.cluster.namespaces.values()];
  const namesOf = (wanted: Match): readonly string[] =>
    namespaces.flatMap((one) => (matchKnown(selector, one) === wanted ? [one.name] : [])).sort();
  return placeWords.namespaces(namesOf(Match.yes), namesOf(Match.maybe));
}

/** What a name stands for at the pods it is about; null: a number speaks for itself. */
function meaningOf(
  state: Evaluated,
  { type, rule, port, policy }: Extract<PlaceTarget, { kind: 'port' }>,
  subjects: Classes,
): string | null {
  const { port: named } = port;
  if (typeof named !== 'string') return null;
  const { space, sets } = state;
  const ends = type === 'Ingress' ? subjects : matchedBy(state, rule.peers, policy.namespace);
  const found = new Map<string, Set<number>>();
  for (const id of ends) {
    const one = space.classes[id];
    if (one?.kind !== 'pods') continue;
    const text = portText(sets, portsOf(sets, [port], one.example.hostNetwork ? null : one.example.ports));
    found.set(text, (found.get(text) ?? new Set()).add(id));
  }
  return [...found].map(([text, ids]) => t`${named} is ${text} of ${who(state, ids)}`).join('; ') || null;
}

/** Everybody of some classes, by name while they are few. */
function who({ space, units }: Evaluated, classes: Classes): string {
  const { workloads } = space.cluster;
  const names: string[] = [];
  const namespaces = new Set<string>();
  let pods = 0;
  workloads.forEach((workload, index) => {
    const isOf = units.workloads[index]?.end.classes.some((id) => classes.has(id)) ?? false;
    if (!isOf) return;
    names.push(workload.name);
    namespaces.add(workload.namespace);
    pods += workload.isTemplate
      ? workload.replicas
      : workload.pods.filter((pod) => classes.has(space.classOfPod[pod] ?? -1)).length;
  });
  const outside = space.external.flatMap((group) =>
    classes.has(group.id) ? [externalFacts(space, group).name] : [],
  );
  return countPhrase(names, namespaces, pods, outside);
}

function reachOf(state: Evaluated, scene: Scene, target: PlaceTarget, subjects: Classes): PlaceReach {
  const { policy } = target;
  const grant = (type: PolicyType, rule: Rule): Grant => grantOf(state, policy, type, rule, subjects);
  switch (target.kind) {
    case 'policy': {
      const grants = policy.policyTypes.flatMap((type) =>
        rulesOf(policy, type).map((rule) => grant(type, rule)),
      );
      return reachOfPlace(scene, grants, subjects);
    }
    case 'podSelector':
      return reachOfPlace(scene, [], subjects);
    case 'rule':
      return reachOfPlace(scene, [grant(target.type, target.rule)], subjects);
    case 'peer':
    case 'peerSelector': {
      const peers = [target.peer];
      const matched = matchedBy(state, peers, policy.namespace);
      return reachOfPlace(scene, [grant(target.type, { ...target.rule, peers })], matched);
    }
    case 'port':
      return reachOfPlace(scene, [grant(target.type, { ...target.rule, ports: [target.port] })], subjects);
  }
}
