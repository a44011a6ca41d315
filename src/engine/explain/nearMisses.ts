import { Tone, type PairExplanation } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { exemption } from '../evaluate/pair';
import type { NearMiss, NearMisses } from '../evidence';
import { decidingMeeting } from './explainPair';
import { missWords } from './missWords';
import { nearRules, type NearRule, type StoppingSide } from './nearRules';
import { portText } from './portText';
import { Trial } from './trial';

/** Where both sides stop a pair, so many rules of each are tried with those of the other. */
const MOST_OF_BOTH = 4;

/**
 * What would let a blocked pair through, or the ports its destination declares of one that passes in part. Whatever is
 * told was tried: with it, and with everything else as it is, the pair passes.
 */
export function nearMisses(
  state: Evaluated,
  from: NamedEnd,
  to: NamedEnd,
  tone: PairExplanation['tone'],
): NearMisses | null {
  const isBlocked = tone === Tone.blockedEgress || tone === Tone.blockedIngress;
  if (!isBlocked && tone !== Tone.partial) return null;
  const { space, sets, rows } = state;
  const meeting = decidingMeeting(state, from.end, to.end);
  const node = exemption(space, rows, from.end, to.end);
  const leaves =
    node.destinationIsNode === 'always'
      ? PortSets.all
      : (rows.Egress[meeting.from]?.definiteAt(meeting.toFace) ?? PortSets.all);
  const enters =
    node.sourceIsNode === 'always'
      ? PortSets.all
      : (rows.Ingress[meeting.to]?.definiteAt(meeting.fromFace) ?? PortSets.all);
  const declared = declaredPorts(state, meeting.to);
  const asked = isBlocked ? PortSets.all : sets.minus(declared, sets.intersect(leaves, enters));
  if (asked === PortSets.none) return null;
  const mayLeave = sets.intersect(leaves, asked);
  const mayEnter = sets.intersect(enters, asked);
  const needs = (passing: PortSetId): Pick<StoppingSide, 'needed' | 'wanted'> => {
    const needed = passing === PortSets.none ? asked : passing;
    const listened = sets.intersect(needed, declared);
    return { needed, wanted: listened === PortSets.none ? needed : listened };
  };
  const egress: StoppingSide = {
    type: 'Egress',
    subject: from,
    subjectClass: meeting.from,
    other: to,
    face: meeting.toFace,
    ...needs(mayEnter),
  };
  const ingress: StoppingSide = {
    type: 'Ingress',
    subject: to,
    subjectClass: meeting.to,
    other: from,
    face: meeting.fromFace,
    ...needs(mayLeave),
  };
  const isOut = mayLeave === PortSets.none;
  const isIn = mayEnter === PortSets.none;
  const isBoth = isOut && isIn;
  const sides = isOut === isIn ? [egress, ingress] : [isOut ? egress : ingress];
  const trial = new Trial(state, from, to, asked);
  const misses = isBoth ? bothSides(state, egress, ingress, trial) : oneSide(state, sides, trial);
  const stopped = stops();
  return {
    sentence: isBlocked ? stopped : missWords.missing(to.name, portText(sets, asked), stopped),
    misses,
  };

  function stops(): string {
    if (isBoth) return missWords.both(from.name, to.name);
    if (isOut) return missWords.onlyOne('Egress', from.name);
    if (isIn) return missWords.onlyOne('Ingress', to.name);
    return missWords.noPort(from.name, portText(sets, mayLeave), to.name, portText(sets, mayEnter));
  }
}

function declaredPorts({ space, sets }: Evaluated, id: number): PortSetId {
  const one = space.classes[id];
  if (one?.kind !== 'pods') return PortSets.none;
  return one.example.ports.reduce(
    (sum, { protocol, port }) => sets.union(sum, sets.range(protocol, port, port)),
    PortSets.none,
  );
}

function oneSide(state: Evaluated, sides: readonly StoppingSide[], trial: Trial): readonly NearMiss[] {
  const all = sides.flatMap((side) => nearRules(state, side)).sort(byEffort);
  for (const ways of all) {
    if (trial.isOver) break;
    // The labels if that will do; the selector only if not.
    ways.some((way) => trial.try([way]));
  }
  if (trial.found.length === 0) {
    for (const side of sides) for (const way of newRule(state, side)) trial.try([way]);
  }
  return trial.found;
}

function bothSides(
  state: Evaluated,
  egress: StoppingSide,
  ingress: StoppingSide,
  trial: Trial,
): readonly NearMiss[] {
  const [outs, ins] = [egress, ingress].map((side) => {
    const near = [...nearRules(state, side)].sort(byEffort).slice(0, MOST_OF_BOTH);
    return [...near, newRule(state, side)];
  });
  const pairs = (outs ?? []).flatMap((out) => (ins ?? []).map((into) => [out, into] as const));
  const isNew = (ways: readonly NearRule[]): number => (ways[0]?.rule === null ? 1 : 0);
  const rank = ([out, into]: (typeof pairs)[number]): number =>
    (isNew(out) + isNew(into)) * 10 + effort(out) + effort(into);
  pairs.sort((a, b) => rank(a) - rank(b));
  let best: number | null = null;
  for (const pair of pairs) {
    const news = isNew(pair[0]) + isNew(pair[1]);
    if (trial.isOver || (best !== null && news > best)) break;
    const [out, into] = pair;
    if (out.some((one) => into.some((other) => trial.try([one, other])))) best ??= news;
  }
  return trial.found;
}

/** One more rule, in the policy that comes first. */
function newRule({ rows, sets }: Evaluated, side: StoppingSide): readonly NearRule[] {
  const { type, subjectClass, other, wanted } = side;
  const [policy] = rows[type][subjectClass]?.selecting.policies ?? [];
  if (!policy) return [];
  const ports = portText(sets, wanted);
  return [
    {
      type,
      policy,
      rule: null,
      index: -1,
      edits: [{ kind: 'rule', ports }],
      grants: wanted,
      range: policy.nameRange,
      conditions: [missWords.newRule(type, policy.name, other.name, ports)],
    },
  ];
}

const effort = (ways: readonly NearRule[]): number => Math.min(...ways.map(({ edits }) => edits.length));
const byEffort = (a: readonly NearRule[], b: readonly NearRule[]): number => effort(a) - effort(b);
