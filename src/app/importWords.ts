import type { ImportReceipt } from '../intake';
import { droppedSentence } from '../intake/droppedCounts';
import { dumpSentence } from '../intake/dumpSentence';

/** More names than this are only counted. */
const MANY = 3;

/** What came in, what was left out of it and what was refused; empty when there is nothing to say. */
export function importSentences(receipt: ImportReceipt): string {
  const { files, refused } = receipt;
  const opened = files.length > MANY ? `${String(files.length)} files` : files.join(', ');
  const left = leftSentence(receipt);
  return [
    ...(files.length > 0 ? [`Opened ${opened}.`] : []),
    ...(left === null ? [] : [left]),
    ...refused.map(({ name, reason }) => `${name} was not opened. ${reason}`),
  ].join(' ');
}

/** What was kept of what came in and what was not; null when nothing is to be said. */
export function leftSentence({ dump, dropped }: ImportReceipt): string | null {
  if (dump !== null) return dumpSentence(dump, dropped);
  const sentence = droppedSentence(dropped);
  return sentence === null ? null : `${sentence}.`;
}
