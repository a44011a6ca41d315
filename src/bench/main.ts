import { Session, type CniProfile, type Counters, type SourceFile } from '../engine';
import { generate, type Size } from './generate';

/** Prints what an answer costs, in exact counts and in milliseconds (medians; compare within one run only). */

interface Profile {
  readonly name: string;
  readonly size: Size;
}

const profiles: readonly Profile[] = [
  { name: '100 pods / 50 policies', size: { pods: 100, policies: 50, namespaces: 5, replicas: 2 } },
  { name: '1,000 pods / 200 policies', size: { pods: 1000, policies: 200, namespaces: 25, replicas: 4 } },
];
const SEED = 20240601;
const ROUNDS = 25;

function measure(rounds: number, run: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    run(round);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  // The first fifth is warm-up.
  const kept = times.slice(Math.ceil(rounds / 5)).sort((a, b) => a - b);
  return kept[kept.length >> 1] ?? 0;
}

function difference(after: Counters, before: Counters): Counters {
  return {
    documentsParsed: after.documentsParsed - before.documentsParsed,
    rowsComputed: after.rowsComputed - before.rowsComputed,
    pairsJudged: after.pairsJudged - before.pairsJudged,
    clustersBuilt: after.clustersBuilt - before.clustersBuilt,
    spacesBuilt: after.spacesBuilt - before.spacesBuilt,
  };
}

function bench({ name, size }: Profile): object {
  const { cluster, policies } = generate(size, SEED);
  const first = measure(5, () => {
    new Session().analyze([policies, cluster], 'spec');
  });

  const session = new Session();
  session.analyze([policies, cluster], 'spec');
  const profilesInTurn: readonly CniProfile[] = ['cilium', 'spec'];
  const full = measure(ROUNDS, (round) => {
    session.analyze([policies, cluster], profilesInTurn[round % 2] ?? 'spec');
  });

  // A keystroke in the port of one policy, as the editor sends it.
  session.analyze([policies, cluster], 'spec');
  const typed = (round: number): SourceFile => ({
    ...policies,
    text: policies.text.replace(/port: 9\d{3}/, `port: 9${String(100 + (round % 800))}`),
  });
  const before = session.counters;
  let answer = session.analyze([typed(0), cluster], 'spec');
  const keystroke = difference(session.counters, before);
  const edit = measure(ROUNDS, (round) => {
    answer = session.analyze([typed(round + 1), cluster], 'spec');
  });

  const fresh = new Session().analyze([typed(ROUNDS), cluster], 'spec');
  const agrees = Buffer.compare(answer.picture.tones, fresh.picture.tones) === 0;
  return {
    profile: name,
    entities: answer.topology.entities.length,
    firstAnswerMs: round1(first),
    fullEvaluationMs: round1(full),
    onePolicyEditMs: round1(edit),
    fullToEdit: round1(full / edit),
    keystroke,
    incrementalEqualsFresh: agrees,
  };
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

const results = profiles.map((profile) => bench(profile));
console.log(JSON.stringify({ node: process.version, seed: SEED, rounds: ROUNDS, results }, null, 2));
if (results.some((result) => 'incrementalEqualsFresh' in result && result.incrementalEqualsFresh !== true)) {
  console.error('The incremental answer differs from the fresh one.');
  process.exitCode = 1;
}
