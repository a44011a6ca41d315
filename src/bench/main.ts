import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cases, SEED, type Case } from './cases';
import { gatesOf, readerGates, type Baseline } from './gates';
import { measureDump } from './measureDump';
import { measureEngine } from './measureEngine';
import { measureReaders } from './measureReaders';
import type { CaseResult, DumpResult, EngineResult, ReaderResult } from './results';
import { countsLegend, readerLines, tableOf } from './table';

const usage = `What the engine costs: times, exact counts, and how they compare to other ways.

  npm run bench -- [--quick] [--profile NAME] [--json FILE]

--quick    the small cases only
--profile  typical, own-labels, crowded or many-policies only
--json     also writes everything measured to FILE
Exit status: 1 when an answer, a count or a ratio is not what it must be. Times never decide.`;

/** What is written with --json, and committed as the baseline. */
interface Report {
  readonly measuredOn: object;
  readonly seed: number;
  readonly readers: ReaderResult;
  readonly cases: readonly CaseResult[];
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'string' },
    baseline: { type: 'string' },
    /** For the processes this one starts: measure one thing and print it as JSON. */
    part: { type: 'string' },
    case: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** Each thing is measured in a process of its own: nothing warms it up, and heaps are its own. */
function inOwnProcess(part: string, name = ''): unknown {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=8192',
      fileURLToPath(import.meta.url),
      '--part',
      part,
      '--case',
      name,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 },
  );
  if (status !== 0) throw new Error(`measuring ${part} ${name} failed`);
  return JSON.parse(stdout);
}

async function measurePart(part: string): Promise<unknown> {
  const one = cases.find(({ name }) => name === values.case);
  if (part === 'readers') return measureReaders();
  if (!one) throw new RangeError(`no case ${values.case ?? ''}`);
  return part === 'dump' ? await measureDump(one) : measureEngine(one);
}

function measureCase({ name, size: { pods, policies, namespaces } }: Case): CaseResult {
  const start = performance.now();
  const dump = inOwnProcess('dump', name) as DumpResult;
  const engine = inOwnProcess('engine', name) as EngineResult;
  console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { name, size: { pods, policies, namespaces }, engine, dump };
}

function baselineOf(file: string | undefined): Baseline {
  if (file === undefined) return new Map();
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    return new Map(report.cases.map(({ name, engine }) => [name, engine.ratios]));
  } catch {
    return new Map(); // there is none yet
  }
}

function measureAll(): void {
  const chosen = cases.filter(
    ({ isQuick, profile }) => (isQuick || !values.quick) && (values.profile ?? profile) === profile,
  );
  const readers = inOwnProcess('readers') as ReaderResult;
  const results = chosen.map(measureCase);
  const gates = [
    ...readerGates(readers),
    ...results.flatMap((result) => {
      const one = cases.find(({ name }) => name === result.name);
      return one ? gatesOf(one, result, baselineOf(values.baseline)) : [];
    }),
  ];
  const measuredOn = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
  console.log(
    `${tableOf(results)}\n\n! misses its target for two cores\n${countsLegend}\n\n${readerLines(readers)}\n`,
  );
  const failed = gates.filter(({ holds }) => !holds);
  for (const { what } of failed) console.log(`FAILED  ${what}`);
  console.log(
    `${gates.length - failed.length} of ${gates.length} gates hold (${Object.values(measuredOn).join(', ')})`,
  );
  if (values.json !== undefined) {
    const report: Report = { measuredOn, seed: SEED, readers, cases: results };
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (failed.length > 0) process.exitCode = 1;
}

if (values.help) console.log(usage);
else if (values.part !== undefined) console.log(JSON.stringify(await measurePart(values.part)));
else measureAll();
