import { t } from '../../language/t';
import type { DiagnosticCode, Report, Severity } from '../diagnostic';
import type { Range } from '../source';

/** A place in an object: the path as the API server prints it, and the characters to mark. */
export interface Spot {
  readonly path: string;
  readonly at: Range;
}

/** Where the decoders of one object tell what is wrong with it. An error means that the object cannot be used. */
export interface Problems {
  readonly error: Tell;
  readonly warn: Tell;
  readonly info: Tell;
  /** How many errors there were so far. */
  readonly count: () => number;
}

type Tell = (code: DiagnosticCode, spot: Spot, message: string, instead?: string) => void;

export function createProblems(report: Report): Problems {
  let errors = 0;
  const tell = (severity: Severity, ...[code, { path, at }, message, instead]: Parameters<Tell>): void => {
    report({ code, severity, message, path, range: at, instead });
  };
  return {
    error: (...told) => {
      errors++;
      tell('error', ...told);
    },
    warn: (...told) => {
      tell('warning', ...told);
    },
    info: (...told) => {
      tell('info', ...told);
    },
    count: () => errors,
  };
}

/** field.Invalid, once for each thing that is wrong with the value. */
export function invalid(
  problems: Problems,
  spot: Spot,
  value: string | number,
  details: readonly string[],
): void {
  for (const detail of details) problems.error('invalid', spot, `Invalid value: ${shown(value)}: ${detail}`);
}

/** field.Required */
export function required(problems: Problems, spot: Spot, detail: string): void {
  problems.error('required', spot, detail === '' ? 'Required value' : `Required value: ${detail}`);
}

/** field.Forbidden */
export function forbidden(problems: Problems, spot: Spot, detail: string): void {
  problems.error('forbidden', spot, `Forbidden: ${detail}`);
}

/** field.Duplicate */
export function duplicate(problems: Problems, spot: Spot, value: unknown): void {
  problems.error('invalid', spot, `Duplicate value: ${JSON.stringify(value)}`);
}

/** field.NotSupported */
export function notSupported(
  problems: Problems,
  spot: Spot,
  value: string,
  supported: readonly string[],
): void {
  const list = supported.map((word) => JSON.stringify(word)).join(', ');
  problems.error('not-supported', spot, `Unsupported value: ${shown(value)}: supported values: ${list}`);
}

/** What is wrong, and what was probably meant. */
export const didYouMean = (fault: string, meant: string): string => t`${fault}, did you mean ${meant}?`;

function shown(value: string | number): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
