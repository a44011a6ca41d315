import { keyOf, type LessonEntry } from './entry';
import { lessonStore } from './lessonStore';
import { spokenCurriculum } from './spokenCurriculum';
import { surelyAsk } from '../state/surelyAsk';

let reading: Promise<void> | null = null;

/** Reads all lessons once, those somebody brought along too. */
export function readCatalogue(): Promise<void> {
  reading ??= read().catch(() => {
    reading = null;
  });
  return reading;
}

async function read(): Promise<void> {
  const { own } = lessonStore.getState().progress;
  const curriculum = await spokenCurriculum();
  const [catalogue, brought] = await Promise.all([entriesOf(curriculum, false), entriesOf(own, true)]);
  if (catalogue === null || brought === null) throw new Error('The engine does not answer.');
  // What was opened meanwhile is newer.
  lessonStore.setState(({ own: opened }) => ({
    catalogue,
    own: [...opened, ...brought.filter(({ key }) => opened.every((one) => one.key !== key))],
  }));
}

async function entriesOf(texts: readonly string[], isOwn: boolean): Promise<readonly LessonEntry[] | null> {
  if (texts.length === 0) return [];
  const told = await surelyAsk({ kind: 'readLessons', texts });
  return (
    told?.flatMap(({ lesson }, index) => {
      const text = texts[index];
      return lesson === null || text === undefined ? [] : [{ key: keyOf(lesson.id, isOwn), text, lesson }];
    }) ?? null
  );
}

/** The lesson of a key, if there is one. */
export function entryOf(key: string): LessonEntry | undefined {
  const { catalogue, own } = lessonStore.getState();
  return [...(catalogue ?? []), ...own].find((one) => one.key === key);
}

/** The lesson that follows one that came with the page. */
export function nextAfter(key: string): LessonEntry | undefined {
  const { catalogue } = lessonStore.getState();
  const at = catalogue?.findIndex((one) => one.key === key) ?? -1;
  return at === -1 ? undefined : catalogue?.[at + 1];
}
