import { importSources, type MayReplace } from './importSources';
import type { ImportReceipt } from './intakeStore';

/** Lets the person choose files and opens them; null when nothing was chosen or it was cancelled. Must be called from a click or key. */
export function openFiles(mayReplace: MayReplace): Promise<ImportReceipt | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept =
    '.yaml,.yml,.json,.txt,.gz,.yaml.gz,.zip,text/*,application/json,application/yaml,application/gzip,application/zip';
  input.hidden = true;
  // Some browsers forget an input that is not in the page before its answer comes.
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (receipt: Promise<ImportReceipt | null> | null): void => {
      input.remove();
      resolve(receipt);
    };
    input.addEventListener('cancel', () => {
      finish(null);
    });
    input.addEventListener('change', () => {
      const chosen = Array.from(input.files ?? [], (file) => ({ name: file.name, file }));
      finish(chosen.length > 0 ? importSources(chosen, mayReplace) : null);
    });
    input.click();
  });
}
