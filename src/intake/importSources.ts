import { t } from '../language/t';
import { readAhead } from '../state/askEngine';
import { documentStore } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { nothingDropped } from './droppedCounts';
import { onlyExpects } from './onlyExpects';
import { intakeStore, type ImportReceipt } from './intakeStore';
import type { Imported, Source } from './readImport';
import { rememberStripped } from './stripped';
import { startReading } from './startReading';
import { workspaceFile } from './workspaceFiles';

/** Says whether replacing what is open would lose nothing: it is empty, or an example nobody changed. */
export type MayReplace = () => boolean;

/**
 * Reads what came in together into the workspace: in place of what is open when that may be replaced, as further tabs
 * otherwise. Null when it was cancelled; then nothing has changed.
 */
export async function importSources(
  sources: readonly Source[],
  mayReplace: MayReplace,
): Promise<ImportReceipt | null> {
  const taken = workspaceFile(sources);
  if (taken !== null && (await taken)) return null;
  const { imported, done } = await readTelling(sources, readAhead);
  return done(imported && opened(imported, mayReplace));
}

/** The same for text that is opened only if it is a dump; false leaves it to whoever has it. */
export async function importIfDump(source: Source, mayReplace: MayReplace): Promise<boolean> {
  const { imported, done } = await readTelling([source], readAhead);
  if (imported !== null && (imported.dump === null || imported.files.length === 0)) {
    done(null);
    return false;
  }
  done(imported && opened(imported, mayReplace));
  return true;
}

/** Reads what came in together and opens none of it, for whoever wants the texts alone. */
export async function readSources(sources: readonly Source[]): Promise<Imported | null> {
  const { imported, done } = await readTelling(sources);
  done(null);
  return imported;
}

interface Told {
  readonly imported: Imported | null;
  done<Receipt extends ImportReceipt | null>(this: void, receipt: Receipt): Receipt;
}

/** Reads, and tells the store how far it is; `onKept` what is found, and null when all is done. */
async function readTelling(
  sources: readonly Source[],
  onKept: (utf8: ArrayBuffer | null) => void = () => undefined,
): Promise<Told> {
  const { begin, report, finish } = intakeStore.getState();
  const { imported, cancel } = startReading(sources, report, onKept);
  begin(cancel);
  const read = await imported.catch((): Imported => {
    const reason = t`It is too large to be read here.`;
    const refused = sources.map(({ name }) => ({ name, reason }));
    return { files: [], dump: null, dropped: nothingDropped, refused };
  });
  return {
    imported: read,
    done: (receipt) => {
      finish(cancel, receipt);
      onKept(null);
      return receipt;
    },
  };
}

/** Opens what came in. Of a dump the policies are shown: opened afresh the first file is, added the last. */
function opened({ files, dump, dropped, refused }: Imported, mayReplace: MayReplace): ImportReceipt {
  rememberStripped(files.map(({ text }) => text));
  const isAdded = files.every(({ text }) => onlyExpects(text));
  if (!isAdded && mayReplace()) openAfresh({ example: null, files });
  else documentStore.getState().addFiles(dump === null ? files : files.toReversed());
  // A taken name was given a number.
  const names = documentStore.getState().files.slice(-files.length || Infinity);
  return { files: names.map(({ name }) => name), dump, dropped, refused };
}
