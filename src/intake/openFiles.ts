import type { Opener } from './importSources';
import type { ImportReceipt } from './intakeStore';
import { importing, prepareImport } from './lateImport';
import type { Source } from './readImport';

/** Lets the person choose files and opens them; null when nothing was chosen or it was cancelled. Must be called from a click or key. */
export async function openFiles(opener: Opener): Promise<ImportReceipt | null> {
  const chosen = await chooseFiles();
  if (chosen.length === 0) return null;
  return (await importing(chosen))?.importSources(chosen, opener) ?? null;
}

/** Lets the person choose files; none when it was cancelled. Must be called from a click or key. */
export function chooseFiles(): Promise<readonly Source[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept =
    '.yaml,.yml,.json,.txt,.md,.gz,.yaml.gz,.zip,text/*,application/json,application/yaml,application/gzip,application/zip';
  input.hidden = true;
  // Some browsers forget an input that is not in the page before its answer comes.
  document.body.append(input);
  prepareImport();
  return new Promise((resolve) => {
    const finish = (chosen: readonly Source[]): void => {
      input.remove();
      resolve(chosen);
    };
    input.addEventListener('cancel', () => {
      finish([]);
    });
    input.addEventListener('change', () => {
      finish(Array.from(input.files ?? [], (file) => ({ name: file.name, file })));
    });
    input.click();
  });
}
