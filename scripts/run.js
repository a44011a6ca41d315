import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout this script belongs to. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where each tool's program is. Started through node itself: no shell, so it is the same on every system. */
const programs = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  licenses: 'scripts/licenses.js',
  messages: 'scripts/messages.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  e2e: 'scripts/e2e.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** @typedef {keyof typeof programs} Program */

/**
 * Runs one of the project's tools in the checkout, in sight of the user, and gives its exit code.
 * @param {Program} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} more variables for its environment
 */
export function run(program, args, more = {}) {
  const env = { ...process.env, ...more };
  // Whatever the shell says, each tool decides by itself which of React's versions it wants.
  delete env['NODE_ENV'];
  const { status, error } = spawnSync(process.execPath, [programs[program], ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (error) throw error;
  return status ?? 1;
}
