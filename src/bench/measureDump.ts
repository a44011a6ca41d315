import { Session, type SourceFile } from '../engine';
import { readImport } from '../intake/readImport';
import { SEED, type Case } from './cases';
import { collect, rounded, spreadOf, timed } from './clock';
import { taggedDump, kubectlDump } from './dump';
import { generate } from './generate';
import { measureListKeystroke } from './measureListKeystroke';
import { pictureHash } from './pictureHash';
import type { Arrival, DumpResult } from './results';

/** Pods up to which the slow ways are measured as well. */
const SLOW_UP_TO = 1000;
const WARM_RUNS = 3;

/** One case as a dump. Has to be the first thing its process reads. */
export async function measureDump({ size }: Case): Promise<DumpResult> {
  const bare = generate(size, SEED);
  const text = kubectlDump(size, SEED, bare.policies.text);
  const hashes: string[] = [];

  /** What the page does with a file: its text is cut down in one thread and goes to the engine's. */
  const arrive = async (dump: string): Promise<Arrival> => {
    const file = new Blob([dump]);
    const start = performance.now();
    const files = await cutDown(file);
    const cut = performance.now() - start;
    const answered = timed(() => new Session().analyze(files, 'spec'));
    hashes.push(pictureHash(answered.result.picture));
    return { cut: rounded(cut), analyze: rounded(answered.ms), whole: rounded(cut + answered.ms) };
  };
  const uncut = (dump: string): number => {
    const file: SourceFile = { id: 'dump', name: 'dump.yaml', text: dump };
    const { ms, result } = timed(() => new Session().analyze([file], 'spec'));
    hashes.push(pictureHash(result.picture));
    return rounded(ms);
  };

  const cold = await arrive(text);
  const runs: Arrival[] = [];
  for (let run = 0; run < WARM_RUNS; run++) runs.push(await arrive(text));
  const median = (of: (run: Arrival) => number): number => spreadOf(runs.map(of)).p50;
  const uncutMs = uncut(text);
  const isSlow = size.pods > SLOW_UP_TO;
  const tagged = isSlow ? null : taggedDump(text);
  const rejected = tagged === null ? null : (await arrive(tagged)).whole;
  const rejectedUncut = tagged === null ? null : uncut(tagged);
  hashes.push(pictureHash(new Session().analyze([bare.policies, bare.cluster], 'spec').picture));
  return {
    megabytes: rounded(text.length / 1e6),
    cold,
    warm: {
      cut: median(({ cut }) => cut),
      analyze: median(({ analyze }) => analyze),
      whole: median(({ whole }) => whole),
    },
    uncut: uncutMs,
    rejected,
    rejectedUncut,
    heapMb: heapOf(await cutDown(new Blob([text]))),
    keystrokeInList: isSlow ? null : measureListKeystroke(size, SEED),
    isSameAnswer: new Set(hashes).size === 1,
  };
}

async function cutDown(file: Blob): Promise<readonly SourceFile[]> {
  const { files } = await readImport([{ name: 'dump.yaml', file }], () => undefined);
  return files.map(({ name, text }) => ({ id: name, name, text }));
}

/** Megabytes a session takes for these files, with their texts. */
function heapOf(files: readonly SourceFile[]): number {
  collect();
  const texts = files.reduce((sum, { text }) => sum + text.length, 0);
  const before = process.memoryUsage().heapUsed - texts;
  const session = new Session();
  const answer = session.analyze(files, 'spec');
  collect();
  const after = process.memoryUsage().heapUsed;
  // Both are still needed here, or they would have been collected.
  if (!answer.complete || session.evaluation === null) throw new TypeError('a dump with errors');
  return rounded((after - before) / 1e6);
}
