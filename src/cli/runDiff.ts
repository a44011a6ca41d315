import { Session, type Answer, type CniProfile } from '../engine';
import { diffLines, differs, MARKDOWN_ROWS, type DiffFormat } from './diff';
import { formatDiagnostic } from './format';
import { isUnusable } from './isUnusable';
import { readInput, UnusableInput } from './readInput';
import { writeLines } from './writeLines';

/** How two states are to be compared. */
export interface DiffOptions {
  readonly format: DiffFormat;
  readonly cni: CniProfile;
  /** Tell by the exit status whether anything differs. */
  readonly exitCode: boolean;
}

/** Compares what two inputs let through; returns the exit status. */
export async function runDiff(paths: readonly string[], options: DiffOptions): Promise<number> {
  const [from, to, another] = paths;
  if (from === undefined || to === undefined || another !== undefined)
    throw new UnusableInput('Name two things to compare: each a file, a folder or - for standard input.');
  if (from === '-' && to === '-') throw new UnusableInput('Standard input can be only one of the two.');
  const before = await evaluated(from, options.cni);
  const after = await evaluated(to, options.cni);
  if (before === null || after === null) return 2;
  const rows = options.format === 'md' ? MARKDOWN_ROWS : Infinity;
  const comparison = after.compareWith(before, rows);
  if (comparison === null) return 2;
  await writeLines(diffLines(comparison, options.format));
  return options.exitCode && differs(comparison) ? 1 : 0;
}

/** Null: there is nothing in it; that was said. */
async function evaluated(path: string, cni: CniProfile): Promise<Session | null> {
  const session = new Session();
  const answer: Answer = session.analyze(await readInput([path]), cni);
  for (const one of answer.diagnostics) console.error(formatDiagnostic(one));
  if (!isUnusable(answer)) return session;
  console.error(`There is no Kubernetes object in ${path === '-' ? 'standard input' : path}.`);
  return null;
}
