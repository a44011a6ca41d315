import { keyOf } from './entry';
import { lessonStore, remember } from './lessonStore';
import { openLesson, type Frame } from './openLesson';
import { withOwn } from './progress';
import { surelyAsk } from '../state/surelyAsk';

/** Opens a lesson somebody wrote, or says line by line what is wrong with it. False: it is none. */
export async function openOwnLesson(name: string, written: string, frame: Frame): Promise<boolean> {
  const text = await cleaned(written.replaceAll('\r\n', '\n'), frame);
  const read = await surelyAsk({ kind: 'proveLesson', text });
  if (read === null) return false;
  const { lesson, problems } = read;
  if (lesson === null) {
    lessonStore.setState({ page: 'catalogue', refused: { name, text, problems } });
    frame.show();
    return false;
  }
  const entry = { key: keyOf(lesson.id, true), text, lesson };
  const { own, progress } = lessonStore.getState();
  const former = own.find(({ key }) => key === entry.key);
  lessonStore.setState({ own: [entry, ...own.filter((one) => one !== former)] });
  remember({ own: withOwn(progress.own, text, (one) => one === former?.text) });
  await openLesson(entry, frame);
  return true;
}

/** Without what no policy needs in its files: they are kept in the browser, like everything that is opened. */
async function cleaned(text: string, { strip }: Frame): Promise<string> {
  const told = await surelyAsk({ kind: 'readLessons', texts: [text] });
  const parts = (told?.[0]?.lesson?.files ?? [])
    .flatMap(({ start, solution, at }) => [
      { at: at.start, content: start },
      { at: at.solution, content: solution ?? '' },
    ])
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  let result = text;
  for (const { at, content } of parts) {
    if (at === null) continue;
    const kept = await strip(content);
    // Only where something goes: a teacher's broken text may be the task.
    if (kept !== content) result = result.slice(0, at) + kept + result.slice(at + content.length);
  }
  return result;
}

/** Forgets a lesson somebody brought along. */
export function forgetOwn(key: string): void {
  const { own, progress } = lessonStore.getState();
  const gone = own.find((one) => one.key === key);
  lessonStore.setState({ own: own.filter((one) => one !== gone) });
  remember({ own: progress.own.filter((text) => text !== gone?.text) });
}
