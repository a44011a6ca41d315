import type { ImportReceipt } from '../intake';
import { droppedSentence } from '../intake/droppedWords';
import { dumpSentence } from '../intake/dumpSentence';
import { n, t } from '../language/t';

/** More names than this are only counted. */
const MANY = 3;

/** What came in, what was left out of it and what was refused; empty when there is nothing to say. */
export function importSentences(receipt: ImportReceipt): string {
  const { files, refused, isNewer } = receipt;
  const left = leftSentence(receipt);
  return [
    ...(files.length > 0 ? [openedSentence(files)] : []),
    ...(isNewer ? [t`It takes the place of the older state.`] : []),
    ...(left === null ? [] : [left]),
    ...refused.map(({ name, reason }) => t`${name} was not opened. ${reason}`),
  ].join(' ');
}

const openedSentence = (files: readonly string[]): string =>
  files.length > MANY
    ? n(files.length)`Opened ${files.length} file.|Opened ${files.length} files.`
    : t`Opened ${files.join(', ')}.`;

/** What was kept of what came in and what was not; null when nothing is to be said. */
export function leftSentence({ dump, dropped }: ImportReceipt): string | null {
  if (dump !== null) return dumpSentence(dump, dropped);
  const sentence = droppedSentence(dropped);
  return sentence === null ? null : `${sentence}.`;
}
