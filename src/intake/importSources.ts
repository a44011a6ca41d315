import { t } from '../language/t';
import { readAhead } from '../state/askEngine';
import { documentStore, type Workspace } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { nothingDropped } from './droppedCounts';
import { onlyExpects } from './onlyExpects';
import { intakeStore, type ImportReceipt } from './intakeStore';
import { isOfDump, isWholeDump } from './dumpNames';
import type { DumpCounts, Imported, Source } from './readImport';
import { rememberStripped } from './stripped';
import { startReading } from './startReading';
import { workspaceFile } from './workspaceFiles';

export { prepareReading } from './startReading';

/** Who decides what becomes of what is open. */
export interface Opener {
  /** Replacing it would lose nothing: it is empty, or an example nobody changed. */
  readonly mayReplace: () => boolean;
  /** What came in tells of the same cluster as the dump that is open: one of the two must go. */
  readonly isSameCluster: (dump: DumpCounts) => boolean;
  /** Replaces all that is open, so that it can be taken back. */
  readonly replace: (workspace: Workspace) => void;
}

/**
 * Reads what came in together into the workspace: in place of what is open when that may be replaced, as further tabs
 * otherwise. Null when it was cancelled; then nothing has changed.
 */
export async function importSources(
  sources: readonly Source[],
  opener: Opener,
): Promise<ImportReceipt | null> {
  if (sources.length === 0) return emptyFolder();
  const taken = workspaceFile(sources);
  if (taken !== null && (await taken)) return null;
  const { imported, done } = await readTelling(sources, readAhead);
  return done(imported && opened(imported, opener));
}

/** A folder was dropped that had nothing to open in it. */
function emptyFolder(): ImportReceipt {
  const refused = [
    { name: t`What was dropped`, reason: t`There are no manifests in it (.yaml, .yml, .json, .zip).` },
  ];
  const receipt = { files: [], dump: null, isNewer: false, dropped: nothingDropped, refused };
  intakeStore.getState().tell(receipt);
  return receipt;
}

/** The same for text that is opened only if it is a dump; false leaves it to whoever has it. */
export async function importIfDump(source: Source, opener: Opener): Promise<boolean> {
  const { imported, done } = await readTelling([source], readAhead);
  if (imported !== null && (imported.dump === null || imported.files.length === 0)) {
    done(null);
    return false;
  }
  done(imported && opened(imported, opener));
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
function opened({ files, dump, dropped, refused }: Imported, opener: Opener): ImportReceipt {
  rememberStripped(files.map(({ text }) => text));
  const receipt = { dump, dropped, refused };
  const isAdded = files.every(({ text }) => onlyExpects(text));
  if (!isAdded && opener.mayReplace()) openAfresh({ example: null, files });
  else if (dump !== null && isNewer(files, dump, opener)) {
    // What is no dump stays: expectations above all.
    const rest = documentStore.getState().files.filter(({ name }) => !isOfDump(name));
    opener.replace({ example: null, files: [...files, ...rest] });
    return { ...receipt, files: files.map(({ name }) => name), isNewer: true };
  } else documentStore.getState().addFiles(dump === null ? files : files.toReversed());
  // A taken name was given a number.
  const names = documentStore.getState().files.slice(-files.length || Infinity);
  return { ...receipt, files: names.map(({ name }) => name), isNewer: false };
}

/** A whole dump was opened already, and this is another one of the same cluster: beside it what is gone would still count. */
function isNewer(files: Workspace['files'], dump: DumpCounts, opener: Opener): boolean {
  const { files: open, example } = documentStore.getState();
  const isWhole = (some: Workspace['files']): boolean =>
    isWholeDump(some.flatMap(({ name, text }) => (text.trim() === '' ? [] : name)));
  return example === null && isWhole(open) && isWhole(files) && opener.isSameCluster(dump);
}
