import { writeValue } from './persistenceWriting';
import type { SavedWorkspace } from './persistenceSchema';

/** What the page sends. */
export type WritingRequest =
  /** What the text of a file begins with, or goes on with. */
  | { readonly kind: 'piece'; readonly file: number; readonly text: string; readonly isFirst: boolean }
  /** What to write; the texts of its files were sent before. */
  | { readonly kind: 'write'; readonly tab: string; readonly workspace: SavedWorkspace };

const texts: string[] = [];

function sent(file: number): string {
  const text = texts[file];
  if (text === undefined) throw new Error('That text was not sent yet.');
  return text;
}

/** Writes what it is sent and says whether that went well: writing megabytes would hold up the page for 0.1 seconds. */
self.onmessage = ({ data }: MessageEvent<WritingRequest>): void => {
  if (data.kind === 'piece') {
    texts[data.file] = data.isFirst ? data.text : sent(data.file) + data.text;
    return;
  }
  const files = data.workspace.files.map((file, index) => ({ ...file, text: sent(index) }));
  texts.length = files.length;
  writeValue(data.tab, { ...data.workspace, files }).then(
    () => {
      self.postMessage(true);
    },
    () => {
      self.postMessage(false);
    },
  );
};
