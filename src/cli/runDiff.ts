import type { Session } from '../engine';
import { diffLines, differs, MARKDOWN_ROWS, type DiffFormat } from './diff';
import { evaluated, type InputOptions } from './evaluated';
import { readInput, UnusableInput } from './readInput';
import { writeLines } from './writeLines';

/** How two states are to be compared. */
export interface DiffOptions extends InputOptions {
  /** What has errors may be left out of both sides. */
  readonly skipBroken: boolean;
  readonly format: DiffFormat;
  /** Tell by the exit status whether anything differs. */
  readonly exitCode: boolean;
}

/** Compares what two inputs let through; returns the exit status. */
export async function runDiff(paths: readonly string[], options: DiffOptions): Promise<number> {
  const [from, to, another] = paths;
  if (from === undefined || to === undefined || another !== undefined)
    throw new UnusableInput('Name two things to compare: each a file, a folder or - for standard input.');
  if (from === '-' && to === '-') throw new UnusableInput('Standard input can be only one of the two.');
  const before = await sideOf('BEFORE', from, options);
  const after = await sideOf('AFTER', to, options);
  if (before === null || after === null) return 2;
  const rows = options.format === 'md' ? MARKDOWN_ROWS : Infinity;
  const comparison = after.compareWith(before, rows);
  if (comparison === null) return 2;
  await writeLines(diffLines(comparison, options.format));
  return options.exitCode && differs(comparison) ? 1 : 0;
}

/** Null: it cannot be compared, as what is missing would look like something that was removed; that was said. */
async function sideOf(side: string, path: string, options: DiffOptions): Promise<Session | null> {
  const { session, answer, isUsable } = evaluated(await readInput([path]), options, 'text');
  if (isUsable && (answer.complete || options.skipBroken)) return session;
  const named = `${side}, which is ${path === '-' ? 'standard input' : path},`;
  console.error(
    isUsable
      ? `Nothing is compared: ${named} has errors; --skip-broken compares the rest of it.`
      : `Nothing is compared: ${named} cannot be used.`,
  );
  return null;
}
