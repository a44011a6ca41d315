import { documentStore } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { withoutMark } from './decodeText';
import { addDropped, nothingDropped, type DroppedCounts } from './droppedCounts';
import { intakeStore, type ImportReceipt, type Refusal } from './intakeStore';
import { projectInBackground } from './projectInBackground';

/** A text with the name it came under. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Says whether replacing what is open would lose nothing: it is empty, or an example nobody changed. */
export type MayReplace = () => boolean;

/** Reads texts into the workspace: in place of what is open when that may be replaced, as further tabs otherwise. */
export async function importTexts(
  files: readonly NamedText[],
  mayReplace: MayReplace,
  refused: readonly Refusal[] = [],
): Promise<ImportReceipt> {
  intakeStore.getState().begin();
  const taken: NamedText[] = [];
  const failed: Refusal[] = [];
  let dropped: DroppedCounts = nothingDropped;
  for (const { name, text } of files) {
    try {
      const projection = await projectInBackground(withoutMark(text));
      taken.push({ name, text: projection.text });
      dropped = addDropped(dropped, projection.dropped);
    } catch {
      failed.push({ name, reason: 'It is too large to be read here.' });
    }
  }
  open(taken, mayReplace);
  const receipt: ImportReceipt = {
    files: taken.map(({ name }) => name),
    dropped,
    refused: [...refused, ...failed],
  };
  intakeStore.getState().finish(receipt);
  return receipt;
}

function open(files: readonly NamedText[], mayReplace: MayReplace): void {
  if (files.length === 0) return;
  if (mayReplace()) openAfresh({ example: null, files });
  else for (const { name, text } of files) documentStore.getState().addFile(name, text);
}
