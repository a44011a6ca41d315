import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LessonResult } from '../engine';
import { analysisStore, type Analysis } from '../state/analysisStore';
import { setAskedEngine } from '../state/askEngine';
import { documentStore } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { followLesson } from './followLesson';
import { lessonNamed } from './lessons.test-data';
import { lessonStore, shownOf } from './lessonStore';
import { bringMineBack, keepLeft, openLesson, resetLesson, showSolution, type Frame } from './openLesson';

const notices: (() => void)[] = [];
const frame: Frame = {
  replaceOwn: (workspace) => {
    openAfresh(workspace);
    return Promise.resolve();
  },
  notify: (_, undo) => {
    if (undo) notices.push(undo);
  },
  strip: (text) => Promise.resolve(text),
  show: () => undefined,
};

const documents = () => documentStore.getState();
const texts = () => documents().files.map(({ text }) => text.trim());
const idOf = (name: string) => documents().files.find((file) => file.name === name)?.id ?? '';
const stars = () => lessonStore.getState().progress.stars;

const solved = (status: 'kept' | 'exceeded'): LessonResult => ({
  goals: [],
  errors: 0,
  isSolved: true,
  least: { status, sentence: '', pairs: 0, wider: 0, undecided: 0, rows: [] },
});

let result: LessonResult | null = null;

/** The engine has looked at the newest text. */
async function analyzed(): Promise<void> {
  const { revision } = documents();
  const analysis = { revision, drawable: true } as Analysis;
  analysisStore.getState().receive(analysis);
  await vi.runAllTimersAsync();
}

beforeEach(() => {
  vi.useFakeTimers();
  notices.length = 0;
  result = null;
  setAskedEngine({ readAhead: () => undefined, ask: () => Promise.resolve({ result }) as never });
  followLesson();
  openAfresh({ example: null, files: [{ name: 'mine.yaml', text: 'mine' }] });
  lessonStore.setState({ ...lessonStore.getInitialState(), catalogue: [] });
});

describe('a lesson that is opened', () => {
  it('brings its files, its plugin and its locks', async () => {
    await openLesson(lessonNamed('a'), frame);
    expect(texts()[0]).toBe('# start');
    expect(documents().cni).toBe('none');
    expect(documents().locked).toEqual([idOf('cluster.yaml')]);
  });

  it('lets nobody change, rename or remove what is locked', async () => {
    await openLesson(lessonNamed('a'), frame);
    const before = documents().files;
    const id = idOf('cluster.yaml');
    documents().editText(id, 'x');
    documents().replaceText(id, 'x');
    documents().renameFile(id, 'x.yaml');
    documents().removeFile(id);
    expect(documents().files).toBe(before);
    documents().editText(idOf('policies.yaml'), 'x');
    expect(texts()[0]).toBe('x');
  });

  it('goes on where it is when it is opened again', async () => {
    await openLesson(lessonNamed('a'), frame);
    documents().editText(idOf('policies.yaml'), 'half');
    await openLesson(lessonNamed('a'), frame);
    expect(texts()[0]).toBe('half');
  });

  it('gives the former lesson back', async () => {
    await openLesson(lessonNamed('a'), frame);
    documents().editText(idOf('policies.yaml'), 'half');
    await openLesson(lessonNamed('b'), frame);
    expect(texts()[0]).toBe('# start');
    lessonStore.setState({ catalogue: [lessonNamed('a'), lessonNamed('b')] });
    notices[0]?.();
    await vi.runAllTimersAsync();
    expect(texts()[0]).toBe('half');
  });

  it('goes on with what was written when it was left, without its secrets, and begins again where that is not known', async () => {
    await openLesson(lessonNamed('a'), frame);
    documents().editText(idOf('policies.yaml'), 'half s3cr3t');
    const before = documents();
    openAfresh({ example: null, files: [{ name: 'mine.yaml', text: 'mine' }] });
    await keepLeft(before, (text) => Promise.resolve(text.replaceAll('s3cr3t', '')));
    expect(JSON.stringify(lessonStore.getState().progress)).not.toContain('s3cr3t');
    await vi.runAllTimersAsync();
    await openLesson(lessonNamed('a'), frame, true);
    expect([texts()[0], documents().cni]).toEqual(['half', 'none']);
    openAfresh({ example: null, files: [{ name: 'mine.yaml', text: 'mine' }] });
    await vi.runAllTimersAsync();
    await openLesson(lessonNamed('a'), frame);
    expect(texts()[0]).toBe('# start');
    expect(lessonStore.getState().progress.last?.text).toBeUndefined();
  });

  it('ends, and locks nothing, when other files are opened', async () => {
    await openLesson(lessonNamed('a'), frame);
    openAfresh({ example: null, files: [{ name: 'cluster.yaml', text: '' }] });
    expect(lessonStore.getState().open).toBeNull();
    expect(documents().locked).toEqual([]);
  });
});

describe('the solution and the start', () => {
  it('take the place of the text, which comes back', async () => {
    await openLesson(lessonNamed('a'), frame);
    documents().editText(idOf('policies.yaml'), 'half');
    showSolution();
    expect([texts()[0], documents().cni]).toEqual(['# solution', 'spec']);
    bringMineBack();
    expect([texts()[0], documents().cni]).toEqual(['half', 'none']);
    resetLesson();
    expect(texts()[0]).toBe('# start');
    bringMineBack();
    expect(texts()[0]).toBe('half');
  });

  it('are complete when the student removed or added files', async () => {
    await openLesson(lessonNamed('a'), frame);
    documents().addFile('more.yaml', 'more');
    documents().removeFile(idOf('policies.yaml'));
    showSolution();
    expect(
      documents()
        .files.map(({ name }) => name)
        .sort(),
    ).toEqual(['cluster.yaml', 'policies.yaml']);
    expect(documents().locked).toEqual([idOf('cluster.yaml')]);
  });
});

describe('stars', () => {
  it('are earned one by one, and stay', async () => {
    await openLesson(lessonNamed('a'), frame);
    result = { ...solved('kept'), isSolved: false };
    await analyzed();
    expect(stars()).toEqual({});
    result = solved('exceeded');
    documents().editText(idOf('policies.yaml'), 'wide');
    await analyzed();
    expect(stars()).toEqual({ a: 1 });
    result = solved('kept');
    documents().editText(idOf('policies.yaml'), 'right');
    await analyzed();
    expect(stars()).toEqual({ a: 2 });
    result = { ...solved('kept'), isSolved: false };
    documents().editText(idOf('policies.yaml'), 'wrong');
    await analyzed();
    expect([stars(), lessonStore.getState().result?.isSolved]).toEqual([{ a: 2 }, false]);
  });

  it('are not earned by the solution, until the student starts again', async () => {
    await openLesson(lessonNamed('a'), frame);
    result = solved('kept');
    showSolution();
    await analyzed();
    expect([stars(), shownOf(lessonStore.getState()).isSolutionShown]).toEqual([{}, true]);
    resetLesson();
    expect(shownOf(lessonStore.getState()).isSolutionShown).toBe(false);
    documents().editText(idOf('policies.yaml'), 'own');
    await analyzed();
    expect(stars()).toEqual({ a: 2 });
  });

  it('are not earned by an answer to a text that is gone', async () => {
    await openLesson(lessonNamed('a'), frame);
    let answer: (answer: unknown) => void = () => undefined;
    setAskedEngine({
      readAhead: () => undefined,
      ask: () => new Promise((resolve) => (answer = resolve)) as never,
    });
    await analyzed();
    await openLesson(lessonNamed('b'), frame);
    answer({ result: solved('kept') });
    await vi.runAllTimersAsync();
    expect(stars()).toEqual({});
  });
});
