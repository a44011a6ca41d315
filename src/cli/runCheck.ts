import { Session, type ExpectationResult } from '../engine';
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
  for (const path of expect) await checkHasExpectations(path);
  const { files, session, answer, isUsable } = await evaluated([...paths, ...expect], options);
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

/** A file that says nothing must not count as one that is met. */
async function checkHasExpectations(path: string): Promise<void> {
  if (path === '-') throw new UnusableInput('Expectations are read from files, not from standard input.');
  const session = new Session();
  session.analyze(await readInput([path]), 'spec');
  if (session.check().length === 0) {
    throw new UnusableInput(`${path} expects nothing: it has no netpol-playground/v1 Expectations.`);
  }
}
