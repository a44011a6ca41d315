import type { Diagnostic } from '../diagnostic';
import type { Range } from '../source';

/** The way from the top of a document to a value: keys and indices. */
export type Steps = readonly (string | number)[];

/** A map that has the key already, the last of `steps`; the words are those of the API server's YAML reader. */
export function duplicateKey(steps: Steps, range: Range): Diagnostic {
  return {
    code: 'yaml-duplicate-key',
    severity: 'error',
    message: `key "${String(steps.at(-1))}" already set in map`,
    path: pathOf(steps),
    range,
  };
}

function pathOf(steps: Steps): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`))
    .join('');
}
