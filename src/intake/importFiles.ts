import { decodeText } from './decodeText';
import { importTexts, type MayReplace, type NamedText } from './importTexts';
import type { ImportReceipt, Refusal } from './intakeStore';

/** A file with the name it is shown under: its path when it came in a folder. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

/** Larger than any cluster's manifests; the page could not hold it. */
const TOO_LARGE = 256 * 1024 * 1024;

/** Reads files as text and opens them; what is not text is refused with a reason. */
export async function importFiles(
  files: readonly NamedFile[],
  mayReplace: MayReplace,
): Promise<ImportReceipt> {
  const texts: NamedText[] = [];
  const refused: Refusal[] = [];
  for (const { name, file } of files) {
    const decoded = await read(file);
    if (decoded.kind === 'text') texts.push({ name, text: decoded.text });
    else refused.push({ name, reason: decoded.reason });
  }
  return importTexts(texts, mayReplace, refused);
}

async function read(file: Blob): Promise<ReturnType<typeof decodeText>> {
  if (file.size > TOO_LARGE) return { kind: 'refused', reason: 'It is larger than 256 MB.' };
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { kind: 'refused', reason: 'It could not be read.' };
  }
}
