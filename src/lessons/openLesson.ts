import type { CniProfile } from '../engine';
import { t } from '../language/t';
import { documentStore, type DocumentState, type Workspace } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { keyOfOrigin, originOf, type LessonEntry } from './entry';
import { lessonStore, remember, type Mine } from './lessonStore';
import type { LeftText } from './progress';

/** What lessons need of the page around them. */
export interface Frame {
  /** Opens files in place of the person's own, which are offered back. */
  readonly replaceOwn: (workspace: Workspace, words: string) => Promise<void>;
  readonly notify: (words: string, undo: (() => void) | null) => void;
  /** A text without what no policy needs, as it may be kept. */
  readonly strip: (text: string) => Promise<string>;
  /** Shows the lessons beside the picture. */
  readonly show: () => void;
}

/**
 * Opens a lesson at its start, or, where that is known and `goesOn`, with what was written when it was left. One whose
 * files are open already goes on where it is.
 */
export async function openLesson(entry: LessonEntry, frame: Frame, goesOn = false): Promise<void> {
  const before = workspaceNow();
  const former = keyOfOrigin(before.workspace.example);
  const { open, progress } = lessonStore.getState();
  const left = goesOn && progress.last?.key === entry.key ? progress.last : null;
  lessonStore.setState({ page: 'lesson', open: entry, step: 'text', refused: null });
  frame.show();
  // Unless somebody changed the lesson itself.
  if (former === entry.key && (open === null || open.text === entry.text)) return;
  lessonStore.setState({ result: null, news: '', mine: null });
  if (!left?.text) remember({ last: { key: entry.key, hints: 0, isSolutionShown: false } });
  const workspace = left?.text ? withLeft(startOf(entry), left.text, entry) : startOf(entry);
  const words = t`Opened the lesson “${entry.lesson.title}”.`;
  if (former === null) await frame.replaceOwn(workspace, words);
  else {
    openAfresh(workspace);
    // The way back to the person's own files stays; a lesson's are worth a notice.
    frame.notify(words, () => {
      bring(before);
    });
  }
  chooseCni(left?.text?.cni ?? entry.lesson.cni.start);
}

/** What cannot be changed is as the lesson has it. */
function withLeft(start: Workspace, { files }: LeftText, { lesson }: LessonEntry): Workspace {
  const fixed = lesson.files.filter(({ isReadOnly }) => isReadOnly);
  return {
    ...start,
    files: files.map(({ name, text }) => ({
      name,
      text: fixed.find((one) => one.name === name)?.start ?? text,
    })),
  };
}

/** More characters than this of a lesson that is left are not kept: they lie beside the progress. */
const MOST_LEFT = 100_000;

/** Keeps what was written in the newest lesson when other files take its place. */
export async function keepLeft({ example, files, cni }: DocumentState, strip: Frame['strip']): Promise<void> {
  const key = keyOfOrigin(example);
  const isNewest = (): boolean => lessonStore.getState().progress.last?.key === key;
  if (key === null || !isNewest()) return;
  if (files.reduce((sum, { text }) => sum + text.length, 0) > MOST_LEFT) return;
  const kept = await Promise.all(files.map(async ({ name, text }) => ({ name, text: await strip(text) })));
  const { last } = lessonStore.getState().progress;
  if (last && isNewest()) remember({ last: { ...last, text: { files: kept, cni } } });
}

/** The lesson's own beginning. */
export function startOf({ key, lesson }: LessonEntry): Workspace {
  return {
    example: originOf(key),
    files: lesson.files.map(({ name, start }) => ({ name, text: start })),
  };
}

/** Starts the open lesson again; what was written can be brought back. */
export function resetLesson(): void {
  const { open } = lessonStore.getState();
  if (open === null) return;
  lessonStore.setState({ mine: workspaceNow(), result: null, news: t`Back at the start.`, step: 'text' });
  remember({ last: { key: open.key, hints: 0, isSolutionShown: false } });
  openAfresh(startOf(open));
  chooseCni(open.lesson.cni.start);
}

/** Writes the solution into the files, as one step that the editor's undo takes back. */
export function showSolution(): void {
  const { open, progress } = lessonStore.getState();
  if (open === null) return;
  const { files } = documentStore.getState();
  lessonStore.setState({ mine: workspaceNow(), result: null, news: t`The solution is in the editor.` });
  const hints = progress.last?.key === open.key ? progress.last.hints : 0;
  remember({ last: { key: open.key, hints, isSolutionShown: true } });
  const solved = open.lesson.files.map(({ name, start, solution }) => ({ name, text: solution ?? start }));
  const isSame =
    files.length === solved.length && files.every(({ name }) => solved.some((one) => one.name === name));
  if (!isSame) documentStore.getState().openWorkspace({ example: originOf(open.key), files: solved });
  else {
    for (const { id, name, text } of files) {
      const wanted = solved.find((one) => one.name === name)?.text;
      if (wanted === undefined || wanted === text) continue;
      documentStore.getState().replaceText(id, wanted);
      documentStore.getState().activateFile(id);
    }
  }
  chooseCni(open.lesson.cni.solution);
}

/** Brings back what the student had written before the solution or the start took its place. */
export function bringMineBack(): void {
  const { mine } = lessonStore.getState();
  if (mine === null) return;
  lessonStore.setState({ mine: null, news: t`Your text is back.` });
  bring(mine);
}

function bring({ workspace, cni }: Mine): void {
  documentStore.getState().openWorkspace(workspace);
  chooseCni(cni);
}

function workspaceNow(): Mine {
  const { example, files, cni } = documentStore.getState();
  return { workspace: { example, files: files.map(({ name, text }) => ({ name, text })) }, cni };
}

/** Choosing the same again would count as a change. */
function chooseCni(cni: CniProfile): void {
  const state = documentStore.getState();
  if (state.cni !== cni) state.setCni(cni);
}
