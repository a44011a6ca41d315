// Runs every check in order and stops at the first that fails. node scripts/test.js [step…] runs only the steps named.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {readonly [import('./run.js').Program, ...string[]]} Command */
/** @typedef {{ name: string, commands: readonly Command[], results?: string, count?: (results: any) => Count }} Step */

const cache = join(root, '.cache');

/**
 * @param {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>} results
 * @returns {Count}
 */
const countVitest = (results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests,
  skipped: results.numPendingTests + results.numTodoTests,
});

/**
 * @param {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} results
 * @returns {Count}
 */
const countPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'types',
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'src/tsconfig.json'],
      ['tsc', '-p', 'src/engine/tsconfig.json'],
    ],
  },
  { name: 'lint', commands: [['eslint', '.', '--max-warnings', '0']] },
  {
    name: 'format',
    commands: [['prettier', '--check', '--log-level', 'warn', '.', '!THIRD_PARTY_LICENSES.md']],
  },
  { name: 'knip', commands: [['knip']] },
  { name: 'messages', commands: [['messages', '--check']] },
  { name: 'licenses', commands: [['licenses', '--check']] },
  {
    name: 'unit',
    results: join(cache, 'unit.json'),
    commands: [
      [
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(cache, 'unit.json')}`,
      ],
    ],
    count: countVitest,
  },
  { name: 'build', commands: [['vite', 'build', '--logLevel', 'warn']] },
  {
    name: 'e2e',
    results: join(cache, 'e2e.json'),
    commands: [['e2e', '--reporter=list,json']],
    count: countPlaywright,
  },
];

/**
 * What the step's own test runner counted; a step without tests counts only when it fails.
 * @param {Step} step
 * @param {boolean} ok
 * @returns {Count}
 */
function counted({ results, count }, ok) {
  const none = { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!results || !count) return none;
  try {
    const sum = count(JSON.parse(readFileSync(results, 'utf8')));
    // A file that does not load, or a runner that stops midway, has no failed test of its own.
    return ok || sum.failed > 0 ? sum : { ...sum, failed: 1 };
  } catch {
    return { ...none, failed: 1 }; // the runner ended before it wrote its results
  }
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
  console.error(`No step "${unknown}"; there are ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
mkdirSync(cache, { recursive: true });
for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n── ${step.name} ──`);
  const began = performance.now();
  if (step.results) rmSync(step.results, { force: true });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: step.results ?? '' };
  const ok = step.commands.every(([program, ...args]) => run(program, args, env) === 0);
  const sum = counted(step, ok);
  total.passed += sum.passed;
  total.failed += sum.failed;
  total.skipped += sum.skipped;
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (total.failed > 0 || !ok) {
    process.exitCode = 1;
    console.log(`\nStopped at ${step.name}.`);
    break;
  }
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (asked.length === 0) console.log(`${total.passed} passed, ${total.failed} failed`);
