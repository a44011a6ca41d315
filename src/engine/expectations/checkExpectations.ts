import { n, t } from '../../language/t';
import { Tone, type PairExplanation, type SideExplanation } from '../answer';
import { PortSets } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { judge } from '../evaluate/pair';
import type { Rows } from '../evaluate/rows';
import { explainPair } from '../explain/explainPair';
import { portText } from '../explain/portText';
import { shutSentence } from '../explain/sentences';
import { loopbackOf, loopbackSentence } from '../loopback';
import { isLoopback } from '../model/address';
import type { Evaluation } from '../pipeline';
import { askedPorts, strangeNames } from './askedPorts';
import type {
  Expectation,
  ExpectationResult,
  ExpectationStatus,
  Offender,
  PlacedExpectation,
} from './expectation';
import { partiesOf, type Parties, type Party } from './parties';
import { expectationsIn, readExpectations } from './readExpectations';
import { tallyPairs, type Tally } from './tally';
import { sentenceOf } from './words';

/** Of so many offending pairs the reason is told. */
const EXPLAINED = 5;

/** The user's own expectations in what was evaluated, in the order of the text. */
export function expectationsOf({ expectations, locate }: Evaluation): readonly PlacedExpectation[] {
  return expectations.flatMap((object) =>
    readExpectations(object).items.map(({ range, ...rest }): PlacedExpectation => ({
      ...rest,
      place: locate(object, range),
    })),
  );
}

/** Checks the user's expectations, or those of another text in their place. */
export function checkText(state: Evaluation, text: string | null): readonly ExpectationResult[] {
  if (text === null) return checkExpectations(state, expectationsOf(state));
  return checkExpectations(
    state,
    expectationsIn(text).map((item): PlacedExpectation => ({ ...item, place: null })),
  );
}

/** Checks what must hold against what was evaluated, one result for each. */
export function checkExpectations(
  state: Evaluated,
  expectations: readonly PlacedExpectation[],
): readonly ExpectationResult[] {
  return expectations.map((one) =>
    'problem' in one
      ? { ...nothing, status: 'invalid', want: null, sentence: one.problem, outcome: '', place: one.place }
      : { ...check(state, one.expectation), place: one.place },
  );
}

type Unplaced = Omit<ExpectationResult, 'place'>;

const nothing = { pairs: 0, broken: 0, undecided: 0, offenders: [] };

function check(state: Evaluated, expectation: Expectation): Unplaced {
  const { want } = expectation;
  const sentence = sentenceOf(expectation);
  const tally = tallyOf(state, expectation);
  if ('status' in tally) return { ...nothing, ...tally, want, sentence };
  const { pairs, broken, undecided } = tally;
  const status: ExpectationStatus = broken > 0 ? 'failed' : undecided > 0 ? 'undecided' : 'passed';
  const offenders = tally.offenders.map((one, index) => offenderOf(state, one, index < EXPLAINED));
  return { status, want, sentence, outcome: outcomeOf(tally), pairs, broken, undecided, offenders };
}

/** Why there is nothing to judge. */
interface Unmet {
  readonly status: 'failed' | 'invalid';
  readonly outcome: string;
}

/** What does not change as long as the rows do not. */
const known = new WeakMap<Rows, WeakMap<Expectation, Tally | Unmet>>();

function tallyOf(state: Evaluated, expectation: Expectation): Tally | Unmet {
  let ofRows = known.get(state.rows);
  if (!ofRows) known.set(state.rows, (ofRows = new WeakMap()));
  let tally = ofRows.get(expectation);
  if (!tally) ofRows.set(expectation, (tally = tallyAfresh(state, expectation)));
  return tally;
}

function tallyAfresh(state: Evaluated, expectation: Expectation): Tally | Unmet {
  const { want, from, to, ports } = expectation;
  const sources = partiesOf(state, from);
  if (sources.kind !== 'found') return unmet(sources);
  const isToItself = to.kind === 'addresses' && isLoopback(to);
  const destinations = isToItself ? sources : partiesOf(state, to);
  if (destinations.kind !== 'found') return unmet(destinations);
  const [strange] = strangeNames(state, ports, destinations.parties);
  if (strange !== undefined) {
    return { status: 'failed', outcome: t`No port of ${to.text} is called ${strange}.` };
  }
  if (isToItself) return toLoopback(state, expectation, sources.parties);
  const asked = askedPorts(state, ports, want);
  const tally = tallyPairs(state, want, sources.parties, destinations.parties, asked);
  if (tally.pairs > 0) return tally;
  if (isOnePod(sources.parties, destinations.parties)) {
    const always = t`A pod can always reach itself.`;
    return want === 'allow' ? { ...tally, pairs: 1 } : { status: 'failed', outcome: always };
  }
  return bothOutside(from.text, to.text);
}

const bothOutside = (from: string, to: string): Unmet => ({
  status: 'failed',
  outcome: t`There is no pair to look at: ${from} and ${to} are both outside the cluster.`,
});

/** Of each to its own loopback, which nothing can block. */
function toLoopback(
  { space }: Evaluated,
  { want, from, to }: Expectation,
  sources: readonly Party[],
): Tally | Unmet {
  const inside = sources.filter(({ unit }) => unit.end.pods.length > 0);
  const [first] = inside;
  if (!first) return bothOutside(from.text, to.text);
  if (want === 'block') {
    return {
      status: 'failed',
      outcome: loopbackSentence(to.text, loopbackOf(space.cluster, first.unit.end)),
    };
  }
  const [definite, possible] = [PortSets.all, PortSets.all];
  return { pairs: inside.length, broken: 0, undecided: 0, offenders: [], definite, possible };
}

/** https://kubernetes.io/docs/concepts/services-networking/network-policies/ a pod cannot block access to itself */
function isOnePod(sources: readonly Party[], destinations: readonly Party[]): boolean {
  const [source, ...otherSources] = sources;
  const [destination, ...otherDestinations] = destinations;
  const isOne = otherSources.length + otherDestinations.length === 0;
  return isOne && source !== undefined && source.pod !== null && source.pod === destination?.pod;
}

/** A name that means nobody is a failure: else a mistyped one would pass for ever. */
function unmet({ kind, problem }: Exclude<Parties, { readonly kind: 'found' }>): Unmet {
  return { status: kind === 'unclear' ? 'invalid' : 'failed', outcome: problem };
}

function outcomeOf({ pairs, broken, undecided }: Tally): string {
  if (broken + undecided === 0) return n(pairs)`It holds.|It holds for all ${pairs} pairs.`;
  if (pairs === 1) return broken === 0 ? t`The manifests do not decide it.` : t`It does not hold.`;
  if (broken === 0)
    return n(
      undecided,
    )`${undecided} of ${pairs} pairs cannot be decided.|${undecided} of ${pairs} pairs cannot be decided.`;
  if (undecided === 0)
    return n(broken)`${broken} of ${pairs} pairs breaks it.|${broken} of ${pairs} pairs break it.`;
  return n(
    broken,
  )`${broken} of ${pairs} pairs breaks it, ${undecided} cannot be decided.|${broken} of ${pairs} pairs break it, ${undecided} cannot be decided.`;
}

function offenderOf(
  state: Evaluated,
  { from, to, isCertain, ports }: Tally['offenders'][number],
  isExplained: boolean,
): Offender {
  const { space, sets, rows } = state;
  const base = { source: from.ref, destination: to.ref, isCertain };
  if (ports === null) {
    const reason = t`${to.ref.name} has no port of that name.`;
    return { ...base, ports: '', reason, deciding: [] };
  }
  const text = portText(sets, ports);
  if (!isExplained) return { ...base, ports: text, reason: '', deciding: [] };
  const pair = explainPair(
    state,
    { id: from.unit.id, name: from.ref.name, end: from.unit.end },
    { id: to.unit.id, name: to.ref.name, end: to.unit.end },
  );
  const judged = judge(space, sets, rows, from.unit.end, to.unit.end);
  const { egress, ingress, possible } = judged;
  const passes = (side: number): boolean => sets.intersect(side, ports) !== PortSets.none;
  const stopping = [...(passes(egress) ? [] : [pair.egress]), ...(passes(ingress) ? [] : [pair.ingress])];
  const deciding =
    stopping.length > 0 ? stopping.flatMap(selecting) : [pair.egress, pair.ingress].flatMap(granting);
  const isShut = pair.tone === Tone.unknown && sets.intersect(possible, ports) === PortSets.none;
  const reason = isShut
    ? shutSentence(from.ref.name, to.ref.name, sets, judged, ports)
    : reasonOf(pair, isCertain);
  const mayBe = [from, to].flatMap((one) =>
    one.mayBe ? [t`The address of ${one.ref.name} is not known: it may be among those that are meant.`] : [],
  );
  return { ...base, ports: text, reason: [...mayBe, reason].join(' '), deciding };
}

function reasonOf({ sentence, doubts }: PairExplanation, isCertain: boolean): string {
  return isCertain || doubts.length === 0 ? sentence : doubts.join(' ');
}

function selecting({ policies }: SideExplanation): Offender['deciding'] {
  return policies.map(({ name, namespace, place }) => ({ name, namespace, place }));
}

/** The rules that let it through. */
function granting({ policies }: SideExplanation): Offender['deciding'] {
  return policies.flatMap(({ name, namespace, rules }) =>
    rules.flatMap(({ granted, place }) => (granted ? [{ name, namespace, place }] : [])),
  );
}
