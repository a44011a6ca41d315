import { Session, type ExpectationResult, type SourceFile } from '../engine';
import { reportJson, reportLines } from './checkReport';
import { evaluated, type InputOptions } from './evaluated';
import { readInput, UnusableInput } from './readInput';
import { writeLines } from './writeLines';

/** What is to be checked, and how it is told. */
export interface CheckOptions extends InputOptions {
  readonly format: 'text' | 'json';
  /** Files of expectations, besides those among the paths. */
  readonly expect: readonly string[];
}

/** What is to be printed, and the exit status: 0 all hold, 1 one fails or cannot be decided, 2 one is none. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly status: number;
}

/** Checks expectations; returns the exit status. */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<number> {
  const { lines, status } = await checkInput(paths, options);
  await writeLines(lines);
  return status;
}

/** Checks the expectations among what the paths name. */
export async function checkInput(paths: readonly string[], options: CheckOptions): Promise<CheckReport> {
  const { format, expect } = options;
  const files = [...(await readInput(paths))];
  for (const path of expect)
    for (const file of await expectationsAt(path))
      if (!files.some(({ text }) => text === file.text)) files.push(file);
  const { session, answer, isUsable } = evaluated(files, options, format);
  if (!isUsable && format === 'text') return { lines: [], status: 2 };
  const results = session.check();
  if (results.length === 0) {
    throw new UnusableInput(
      'Nothing is expected: name a document of netpol-playground/v1 Expectations with --expect.',
    );
  }
  const lines =
    format === 'json'
      ? reportJson(results, answer.diagnostics, files).split('\n')
      : reportLines(results, files);
  return { lines, status: isUsable ? statusOf(results) : 2 };
}

function statusOf(results: readonly ExpectationResult[]): number {
  if (results.some(({ status }) => status === 'invalid')) return 2;
  return results.every(({ status }) => status === 'passed') ? 0 : 1;
}

/** A file that says nothing must not count as one that is met. Read once: what a shell opens can be read only so. */
async function expectationsAt(path: string): Promise<readonly SourceFile[]> {
  if (path === '-') throw new UnusableInput('Expectations are read from files, not from standard input.');
  const files = await readInput([path]);
  const session = new Session();
  session.analyze(files, 'spec');
  if (session.check().length > 0) return files;
  throw new UnusableInput(`${path} expects nothing: it has no netpol-playground/v1 Expectations.`);
}
