import { n, t } from '../../language/t';
import type { EntityId } from '../answer';
import { PortSets } from '../compile/portSet';
import { judge } from '../evaluate/pair';
import { explainPair } from '../explain/explainPair';
import { findPart, type Part } from '../explain/parts';
import { portText } from '../explain/portText';
import { Reader } from '../findings/reader';
import type { Evaluation } from '../pipeline';
import type { Allowance, AllowPatch } from './allowance';
import { draftOf, type Draft } from './draft';
import { wantedOf, type Gate } from './gates';
import { Trial } from './trial';
import { waysToOpen, type Way } from './ways';

/** So many are offered. */
const MOST_PATCHES = 3;

/**
 * What can be written for a blocked pair, or one that lacks ports its destination listens on, to pass: each was tried.
 * Yields when it may be interrupted.
 */
export function* allowing(
  state: Evaluation,
  source: EntityId,
  destination: EntityId,
): Generator<undefined, Allowance> {
  const from = findPart(state, source);
  const to = findPart(state, destination);
  if (!from?.named || !to?.named) return nothing;
  const pair = judge(state.space, state.sets, state.rows, from.named.end, to.named.end);
  if (pair.definite === PortSets.all) return nothing;
  if (pair.definite !== pair.possible) {
    const [doubt] = explainPair(state, from.named, to.named).doubts;
    const undecided = t`Whether it passes cannot be said, so no rule can be offered that surely lets it through.`;
    return refused(doubt === undefined ? undecided : `${undecided} ${doubt}`);
  }
  const wanted = wantedOf(state, from, to, pair.definite);
  if (wanted === null) return nothing;
  const host = wanted.gates.find(({ other }) => isOnNode(state, other))?.other;
  if (host) {
    return refused(
      t`${host.facts.name} is on the network of its node: for a policy it is an address of that node, no pod, so no selector can name it.`,
    );
  }
  const reader = new Reader(state.texts);
  const trial = new Trial(state, from, to);
  const found: Ranked[] = [];
  for (const ways of combined(wanted.gates.map((gate) => waysToOpen(state, gate)))) {
    const draft = draftOf(state, reader, ways);
    if (draft === null) continue;
    const { passing, closes, admits } = yield* trial.run(draft.policies);
    if (closes || !state.sets.includes(passing, wanted.ports)) continue;
    const { edits, hunks } = draft;
    const passes = portText(state.sets, passing);
    found.push({ ways, patch: { title: titleOf(ways, draft), edits, hunks, passes, admits } });
  }
  if (found.length === 0) return refused(hopeless(wanted.gates));
  found.sort((a, b) => admitted(a) - admitted(b) || newPolicies(a) - newPolicies(b));
  const best = found.filter(({ ways }) => !ways.some(widensDenial));
  const offered = best.length > 0 ? best : found;
  return { patches: offered.slice(0, MOST_PATCHES).map(({ patch }) => patch), refusal: null };
}

/** Of a pair that lacks nothing, or is many pairs. */
const nothing: Allowance = { patches: [], refusal: null };

interface Ranked {
  readonly ways: readonly Way[];
  readonly patch: AllowPatch;
}

const refused = (refusal: string): Allowance => ({ patches: [], refusal });

const widensDenial = (way: Way): boolean => way.kind === 'rule' && way.widensDenial;

// What admits least comes first; then what adds to what is there.
const admitted = ({ patch: { admits } }: Ranked): number => admits.count + admits.unsure;
const newPolicies = ({ ways }: Ranked): number => ways.filter(({ kind }) => kind === 'policy').length;

function isOnNode({ space }: Evaluation, { named }: Part): boolean {
  return (named?.end.pods ?? []).some((pod) => space.cluster.pods[pod]?.hostNetwork === true);
}

/** One way for each gate. */
function combined(lists: readonly (readonly Way[])[]): readonly (readonly Way[])[] {
  return lists.reduce<readonly (readonly Way[])[]>(
    (sets, list) => sets.flatMap((set) => list.map((way) => [...set, way])),
    [[]],
  );
}

function titleOf(ways: readonly Way[], { names }: Draft): string {
  const widened = [...new Set(ways.flatMap((way) => (way.kind === 'rule' ? [way.policy] : [])))];
  const isShared = widened[0]?.name === widened[1]?.name;
  const [rule = '', otherRule] = widened.map(({ namespace, name }) =>
    isShared ? `${namespace}/${name}` : name,
  );
  const [policy, otherPolicy] = names;
  if (policy === undefined) {
    if (otherRule !== undefined) return t`Add a rule to ${rule} and one to ${otherRule}`;
    return n(ways.length)`Add a rule to ${rule}|Add ${ways.length} rules to ${rule}`;
  }
  if (otherPolicy !== undefined) return t`Add the policies ${policy} and ${otherPolicy}`;
  return rule === '' ? t`Add the policy ${policy}` : t`Add a rule to ${rule}, and the policy ${policy}`;
}

function hopeless(gates: readonly Gate[]): string {
  const [gate] = gates;
  return gate?.type === 'Ingress'
    ? t`No rule that can be written here lets it into ${gate.subject.facts.name} without closing something else.`
    : t`No rule that can be written here lets it out of ${gate?.subject.facts.name ?? ''} without closing something else.`;
}
