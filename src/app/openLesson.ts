import { openOwnLesson } from '../lessons/ownLesson';
import { openLesson as open } from '../lessons/openLesson';
import { entryOf, readCatalogue } from '../lessons/readCatalogue';
import { idOf } from '../lessons/spokenCurriculum';
import { lessonFrame } from './lessonFrame';

/** Opens the lesson that a link names or carries; false when that cannot be. */
export async function openLesson(
  lesson:
    | { readonly kind: 'lesson'; readonly id: string }
    | { readonly kind: 'lesson text'; readonly text: string },
): Promise<boolean> {
  return lesson.kind === 'lesson' ? openLessonById(lesson.id) : openLessonText('lesson.md', lesson.text);
}

/** Opens a lesson that came with the page; false: there is none of this id. The page may still be starting. */
export async function openLessonById(id: string): Promise<boolean> {
  const { curriculum } = await import('../lessons/curriculum');
  if (!curriculum.some((text) => idOf(text) === id)) return false;
  // An engine that is not there yet is not waited for: a link is followed before it starts.
  void readCatalogue().then(() => {
    const entry = entryOf(id);
    return entry && open(entry, lessonFrame);
  });
  return true;
}

/** Opens a lesson somebody wrote, or shows what is wrong with it; false: it does not even begin like one. */
export function openLessonText(name: string, text: string): boolean {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text)) return false;
  void openOwnLesson(name, text, lessonFrame);
  return true;
}

/** Opens a lesson's file, or shows what is wrong with it. */
export async function openLessonFile(name: string, content: Blob): Promise<boolean> {
  void openOwnLesson(name, await content.text(), lessonFrame);
  return true;
}
