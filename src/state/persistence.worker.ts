import { writeValue } from './persistenceDatabase';
import type { SavedWorkspace } from './persistenceSchema';

/** What to write. Texts that were sent last time, too, in the same place, are null. */
export interface WritingRequest {
  readonly workspace: SavedWorkspace;
  readonly texts: readonly (string | null)[];
}

let texts: readonly string[] = [];

function same(index: number): string {
  const text = texts[index];
  if (text === undefined) throw new Error('That text was not sent yet.');
  return text;
}

/** Writes what it is sent and says whether that went well: writing megabytes would hold up the page for 0.1 seconds. */
self.onmessage = ({ data: { workspace, texts: sent } }: MessageEvent<WritingRequest>): void => {
  texts = sent.map((text, index) => text ?? same(index));
  const files = workspace.files.map((file, index) => ({ ...file, text: same(index) }));
  writeValue({ ...workspace, files }).then(
    () => {
      self.postMessage(true);
    },
    () => {
      self.postMessage(false);
    },
  );
};
