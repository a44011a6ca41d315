import type { LessonResult } from '../engine';
import { n, t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { documentStore } from '../state/documentStore';
import { entryOf, readCatalogue } from './readCatalogue';
import { keyOfOrigin } from './entry';
import { lessonStore, remember, shownOf } from './lessonStore';
import { withStars } from './progress';

/** Whoever types is left alone for so long, in milliseconds. */
const PAUSE = 120;

let isFollowing = false;

/** From now on the open lesson is the one the workspace belongs to, its files are locked, and its goals checked after every edit. */
export function followLesson(): void {
  if (isFollowing) return;
  isFollowing = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  documentStore.subscribe((state, before) => {
    if (state.example !== before.example || state.loadId !== before.loadId) void follow();
  });
  analysisStore.subscribe((state, before) => {
    if (state.analysis === before.analysis) return;
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  void follow();
}

/** Opens in the panel what is open in the workspace. */
async function follow(): Promise<void> {
  const key = keyOfOrigin(documentStore.getState().example);
  if (key === null) {
    const { open, page } = lessonStore.getState();
    if (open === null) return;
    lessonStore.setState({
      open: null,
      result: null,
      mine: null,
      page: page === 'lesson' ? 'catalogue' : page,
    });
    documentStore.getState().lock([]);
    return;
  }
  if (lessonStore.getState().open?.key !== key) {
    await readCatalogue();
    if (keyOfOrigin(documentStore.getState().example) !== key) return;
    const entry = entryOf(key) ?? null;
    const { page, progress } = lessonStore.getState();
    lessonStore.setState({
      open: entry,
      result: null,
      news: '',
      page: entry === null || page === 'authoring' ? page : 'lesson',
    });
    if (entry !== null && progress.last?.key !== key)
      remember({ last: { key, hints: 0, isSolutionShown: false } });
  }
  const files = lessonStore.getState().open?.lesson.files ?? [];
  documentStore.getState().lock(files.filter(({ isReadOnly }) => isReadOnly).map(({ name }) => name));
  check();
}

let asked = 0;

function check(): void {
  const { open } = lessonStore.getState();
  // Of an older text nobody wants to know, and the answer to the newest one is on its way.
  if (open === null || analysisStore.getState().analysis?.revision !== documentStore.getState().revision)
    return;
  const own = ++asked;
  const { loadId } = documentStore.getState();
  void askEngine({ kind: 'lesson', text: open.text }).then((told) => {
    const result = told?.result ?? null;
    const isStill =
      own === asked && lessonStore.getState().open === open && documentStore.getState().loadId === loadId;
    if (result === null || !isStill) return;
    lessonStore.setState((before) => ({ result, news: newsOf(before.result, result) || before.news }));
    if (!result.isSolved || shownOf(lessonStore.getState()).isSolutionShown) return;
    const stars = withStars(lessonStore.getState().progress.stars, open.key, starsFor(result));
    if (stars !== lessonStore.getState().progress.stars) remember({ stars });
  });
}

/** What a solved lesson earns: the second star is for opening no more than is needed. */
export const starsFor = ({ least }: Pick<LessonResult, 'least'>): 1 | 2 => (least?.status === 'kept' ? 2 : 1);

/** What an edit did to the goals; empty: nothing. */
export function newsOf(before: LessonResult | null, now: LessonResult): string {
  if (now.isSolved && before?.isSolved !== true) {
    return [t`Solved.`, now.least?.sentence ?? ''].join(' ').trim();
  }
  if (before === null) return '';
  const changed = now.goals.flatMap(({ status, sentence }, index) => {
    const was = before.goals[index]?.status;
    if (was === status) return [];
    return status === 'met' ? [t`Met: ${sentence}.`] : was === 'met' ? [t`No longer met: ${sentence}.`] : [];
  });
  if (changed.length === 0) return '';
  return [...changed, scoreWords(now)].join(' ');
}

/** How many goals are met. */
export function scoreWords({ goals }: Pick<LessonResult, 'goals'>): string {
  const all = goals.length;
  const met = goals.filter(({ status }) => status === 'met').length;
  return n(all)`${met} of ${all} goal met.|${met} of ${all} goals met.`;
}
