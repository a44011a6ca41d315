import type { Diagnostic } from '../diagnostic';
import type { Range } from '../source';

/** A map that has the key already; the words are those of the API server's YAML reader. */
export function duplicateKey(key: string, range: Range): Diagnostic {
  return {
    code: 'yaml-duplicate-key',
    severity: 'error',
    message: `key "${key}" already set in map`,
    path: '',
    range,
  };
}
