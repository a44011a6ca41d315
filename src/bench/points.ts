import { createHash } from 'node:crypto';
import type { Evaluated } from '../engine/evaluate/evaluated';
import { judge, type End } from '../engine/evaluate/pair';
import type { PodObject, Protocol } from '../engine/model/objects';
import { parseAddress } from '../engine/model/address';
import { oracleVerdict, type OracleVerdict, type Party } from '../engine/oracle/oracle';
import { random } from './generate';
import type { Inhabitants } from './inhabitants';

/** One question whose answer is checked. Ends are indices of pods, or addresses outside. */
export interface Point {
  readonly from: number | string;
  readonly to: number | string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** How many questions were asked, and how the answers compare. */
export interface Check {
  readonly points: number;
  readonly isEveryPair: boolean;
  readonly differing: number;
  readonly hash: string;
  readonly oracleHash: string;
}

const EVERY_PAIR_UP_TO = 300;
const RANDOM_POINTS = 20_000;

/** Ports that the generated policies speak of, and some they do not. */
const ports: readonly (readonly [Protocol, number])[] = [
  ['TCP', 8000],
  ['TCP', 8003],
  ['TCP', 9005],
  ['TCP', 9012],
  ['UDP', 53],
  ['TCP', 53],
  ['TCP', 443],
  ['SCTP', 8001],
];

/** Every pair of pods up to 300 pods, above that random points, one in twenty with an address outside. */
export function pointsOf(pods: number, seed: number, most = RANDOM_POINTS): readonly Point[] {
  const below = random(seed);
  const port = (): { protocol: Protocol; port: number } => {
    const [protocol, number] = ports[below(ports.length)] ?? ['TCP', 80];
    return { protocol, port: number };
  };
  if (pods <= EVERY_PAIR_UP_TO) {
    return Array.from({ length: pods * pods }, (_, index) => ({
      from: Math.floor(index / pods),
      to: index % pods,
      ...port(),
    }));
  }
  return Array.from({ length: most }, (): Point => {
    const ends = { from: below(pods), to: below(pods), ...port() };
    const outside = `203.0.${String(below(24))}.${String(below(256))}`;
    if (below(20) > 0) return ends;
    return below(2) === 0 ? { ...ends, from: outside } : { ...ends, to: outside };
  });
}

/** Asks the engine and the oracle the same. */
export function checkPoints(
  state: Pick<Evaluated, 'space' | 'sets' | 'rows'>,
  inhabitants: Inhabitants,
  points: readonly Point[],
): Check {
  const answers = points.map((point) => ofEngine(state, inhabitants.pods, point));
  const expected = points.map((point) => ofOracle(inhabitants, point));
  return {
    points: points.length,
    isEveryPair: inhabitants.pods.length <= EVERY_PAIR_UP_TO,
    differing: answers.filter((answer, index) => answer !== expected[index]).length,
    hash: hashOf(answers),
    oracleHash: hashOf(expected),
  };
}

export function hashOf(answers: readonly string[]): string {
  return createHash('sha256').update(answers.join()).digest('hex').slice(0, 16);
}

/** Pods of the space by name, found once per space. */
const places = new WeakMap<object, ReadonlyMap<string, number>>();

function placesOf({ space }: Pick<Evaluated, 'space'>): ReadonlyMap<string, number> {
  let known = places.get(space);
  if (!known) {
    known = new Map(space.cluster.pods.map(({ namespace, name }, index) => [`${namespace}/${name}`, index]));
    places.set(space, known);
  }
  return known;
}

function ofEngine(
  state: Pick<Evaluated, 'space' | 'sets' | 'rows'>,
  pods: readonly PodObject[],
  { from, to, protocol, port }: Point,
): OracleVerdict {
  const { space, sets, rows } = state;
  if (from === to) return 'allow';
  const end = (one: number | string): End => {
    if (typeof one === 'number') {
      const pod = pods[one];
      const index = placesOf(state).get(`${pod?.namespace ?? ''}/${pod?.name ?? ''}`) ?? -1;
      return { classes: [space.classOfPod[index] ?? -1], pods: [index] };
    }
    const address = parseAddress(one);
    const interval = space.intervals.find(
      ({ range: { family, first, last } }) =>
        address !== null && family === address.family && first <= address.value && address.value <= last,
    );
    return { classes: [interval?.class ?? -1], pods: [] };
  };
  const { definite, possible } = judge(space, sets, rows, end(from), end(to));
  if (sets.has(definite, protocol, port)) return 'allow';
  return sets.has(possible, protocol, port) ? 'unknown' : 'deny';
}

/** The oracle gets all policies, but of the pods only the two it is asked about: it would look through all of them. */
function ofOracle(
  { pods, policies, namespaces }: Inhabitants,
  { from, to, protocol, port }: Point,
): OracleVerdict {
  const present: PodObject[] = [];
  const party = (one: number | string): Party => {
    if (typeof one === 'string') return { ip: one };
    const pod = pods[one];
    if (!pod) throw new RangeError(`no pod ${String(one)}`);
    if (!present.includes(pod)) present.push(pod);
    return { pod: `${pod.namespace}/${pod.name}` };
  };
  const source = party(from);
  const destination = party(to);
  return oracleVerdict({ namespaces, pods: present, policies }, source, destination, protocol, port);
}
