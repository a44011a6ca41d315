import type { PairExplanation, SideExplanation } from '../answer';
import { Match } from '../compile/match';
import { matchPod } from '../compile/matchKnown';
import { unsupportedAt } from '../compile/policyBook';
import { PortSets } from '../compile/portSet';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { facePairs, judge, exemption, toneOf, type End } from '../evaluate/pair';
import { rulesOf } from '../evaluate/row';
import { explainSide } from './explainSide';
import { portText } from './portText';
import { doubts, ownNodeSentence, pairSentence } from './sentences';

/** Retells one pair. Where its pods or families differ, the first of them that decides is told, and the doubt said. */
export function explainPair(state: Evaluated, from: NamedEnd, to: NamedEnd): PairExplanation {
  const { space, sets, rows } = state;
  const pair = judge(space, sets, rows, from.end, to.end);
  const meeting = decidingMeeting(state, from.end, to.end);
  const node = exemption(space, rows, from.end, to.end);
  // What its policies say does not matter to a side whose other end is its own node.
  const everything = { passes: portText(sets, PortSets.all), may: null, isShut: false };
  const leaving = explainSide(state, 'Egress', from, to, meeting.from, meeting.toFace, pair.egress);
  const egress: SideExplanation =
    node.destinationIsNode === 'always'
      ? { ...leaving, ...everything, sentence: ownNodeSentence('Egress', from.name, to.name) }
      : leaving;
  const entering = explainSide(state, 'Ingress', to, from, meeting.to, meeting.fromFace, pair.ingress);
  const ingress: SideExplanation =
    node.sourceIsNode === 'always'
      ? { ...entering, ...everything, sentence: ownNodeSentence('Ingress', to.name, from.name) }
      : entering;
  const tone = toneOf(pair, egress.isolated || ingress.isolated);
  return {
    kind: 'pair',
    source: from.id,
    destination: to.id,
    tone,
    allowed: portText(sets, pair.definite),
    sentence: pairSentence(tone, from.name, to.name, sets, pair, space.cni !== 'none'),
    egress,
    ingress,
    doubts: pair.definite === pair.possible ? [] : doubtsOf(state, from, to),
    nearMisses: null,
  };
}

/** One class and face of each end. */
export interface Meeting {
  readonly from: number;
  readonly to: number;
  readonly fromFace: number;
  readonly toFace: number;
}

/** The pair of classes and faces that passes least. */
export function decidingMeeting({ space, sets, rows }: Evaluated, source: End, destination: End): Meeting {
  let best: Meeting | null = null;
  let least = PortSets.all;
  for (const from of source.classes) {
    for (const to of destination.classes) {
      for (const [fromFace, toFace] of facePairs(space, source, from, destination, to)) {
        const passes = sets.intersect(
          rows.Egress[from]?.definiteAt(toFace) ?? PortSets.none,
          rows.Ingress[to]?.definiteAt(fromFace) ?? PortSets.none,
        );
        if (best === null || (passes !== least && sets.includes(least, passes))) {
          best = { from, to, fromFace, toFace };
          least = passes;
        }
      }
    }
  }
  return best ?? { from: source.classes[0] ?? 0, to: destination.classes[0] ?? 0, fromFace: 0, toFace: 0 };
}

/** Every reason why a part of the pair is not decided. */
function doubtsOf(state: Evaluated, from: NamedEnd, to: NamedEnd): readonly string[] {
  const { space, rows } = state;
  const found = new Set<string>();
  const sides = [
    { type: 'Egress', subject: from, other: to },
    { type: 'Ingress', subject: to, other: from },
  ] as const;
  for (const { type, subject, other } of sides) {
    for (const id of subject.end.classes) {
      const side = rows[type][id]?.selecting;
      if (!side) continue;
      for (const { name } of side.perhaps) found.add(doubts.perhaps(name, subject.name));
      for (const { name } of side.rejected) found.add(doubts.rejected(name));
      const faces = other.end.classes.flatMap((one) => space.classes[one]?.faces ?? []);
      for (const { policyKind, name } of faces.flatMap((face) => unsupportedAt(space, side, face.id)))
        found.add(doubts.unsupported(policyKind, name));
      for (const policy of [...side.policies, ...side.perhaps]) {
        for (const peer of rulesOf(policy, type).flatMap((rule) => rule.peers)) {
          const matches = space.matchesOf([peer], policy.namespace);
          for (const at of other.end.classes) {
            const one = space.classes[at];
            if (one?.kind !== 'pods' || !one.faces.some((face) => matches[face.id] === Match.maybe)) continue;
            if (peer.kind === 'ipBlock') {
              found.add(doubts.address(other.name, peer.cidr));
              continue;
            }
            const { podSelector } = peer;
            const isOwn = podSelector !== null && matchPod(podSelector, one.example.labels) === Match.maybe;
            found.add(isOwn ? doubts.ownLabels(other.name) : doubts.labels(one.example.namespace));
          }
        }
      }
    }
  }
  if (from.end.classes.length > 1 || to.end.classes.length > 1) found.add(doubts.replicas());
  const twoFamilies = (end: End): boolean =>
    end.family === undefined && end.classes.some((one) => (space.classes[one]?.faces.length ?? 0) > 1);
  const node = exemption(space, rows, from.end, to.end);
  if (found.size === 0 && node.destinationIsNode === 'sometimes') found.add(doubts.placement('Egress'));
  if (found.size === 0 && node.sourceIsNode === 'sometimes') found.add(doubts.placement('Ingress'));
  if (found.size === 0 && twoFamilies(from.end) && twoFamilies(to.end)) found.add(doubts.families());
  return [...found];
}
