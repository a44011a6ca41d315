import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { analysisStore, type Analysis } from './analysisStore';
import { documentStore } from './documentStore';
import { startVersions, versionStore } from './versions';

/** What the engine would say of the text as it is; only what versions look at. */
const draw = (drawable = true): void => {
  const { revision } = documentStore.getState();
  const before = analysisStore.getState().drawn;
  const analysis = { revision, drawable } as Analysis;
  analysisStore.setState({ analysis, drawn: drawable ? analysis : before });
};
const words = (): readonly string[] => versionStore.getState().versions.map((version) => version.words);
const open = (name: string, text: string): void => {
  documentStore.getState().openWorkspace({ example: null, files: [{ name, text }] });
  draw();
};
const type = (text: string, drawable = true): void => {
  const { activeFile, editText } = documentStore.getState();
  editText(activeFile, text);
  draw(drawable);
};

describe('versions', () => {
  let stop = (): void => undefined;
  beforeEach(() => {
    vi.useFakeTimers();
    versionStore.setState({ versions: [] });
    open('a.yaml', 'one');
    stop = startVersions();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('begin with what was opened', () => {
    expect(words()).toEqual(['as opened']);
  });

  it('begin with it also where somebody typed before there were any', () => {
    stop();
    versionStore.setState({ versions: [] });
    const opened = documentStore.getState();
    type('one more');
    stop = startVersions(opened);
    expect(words()).toEqual(['a.yaml edited', 'as opened']);
    expect(versionStore.getState().versions[1]?.files[0]?.text).toBe('one');
  });

  it('are made when typing pauses, one for all of it', () => {
    type('one more');
    type('one more thing');
    vi.advanceTimersByTime(1000);
    expect(words()).toHaveLength(1);
    vi.advanceTimersByTime(5000);
    expect(words()).toEqual(['a.yaml edited', 'as opened']);
    expect(versionStore.getState().versions[0]?.files[0]?.text).toBe('one more thing');
  });

  it('are made at once of what is opened, never of half typed text', () => {
    open('b.yaml', 'two');
    expect(words()[0]).toBe('b.yaml opened');
    type('two broken', false);
    vi.advanceTimersByTime(5000);
    expect(words()).toHaveLength(2);
  });

  it('are not made of what is the same', () => {
    type('other');
    type('one');
    vi.advanceTimersByTime(5000);
    draw();
    expect(words()).toHaveLength(1);
  });

  it('say of what was brought back what it changed', () => {
    type('two');
    vi.advanceTimersByTime(5000);
    open('a.yaml', 'one');
    expect(words()).toEqual(['a.yaml edited', 'a.yaml edited', 'as opened']);
  });

  it('are bounded by number and by size', () => {
    for (let round = 0; round < 30; round++) {
      type(`round ${String(round)}`);
      vi.advanceTimersByTime(5000);
    }
    expect(words()).toHaveLength(20);
    const large = 'x'.repeat(20_000_000);
    type(large);
    vi.advanceTimersByTime(5000);
    expect(words()).toHaveLength(20);
    type(`${large}y`);
    vi.advanceTimersByTime(5000);
    expect(words()).toHaveLength(1);
  });
});
