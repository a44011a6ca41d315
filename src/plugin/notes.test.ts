import { expect, it } from 'vitest';
import { plugins } from './notes';

const notes = plugins().flatMap((plugin) => plugin.notes);

it('gives every difference a source that can be read on the web', () => {
  for (const { source } of notes) {
    expect(new URL(source.url).protocol).toBe('https:');
    expect(source.title).not.toBe('');
  }
});

it('says each thing once, and of every plugin something', () => {
  expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  for (const plugin of plugins()) expect(plugin.notes).not.toEqual([]);
});

it('names what a profile takes into account for each profile that differs from the specification', () => {
  for (const profile of ['cilium', 'none'] as const) {
    const own = plugins()
      .filter((plugin) => plugin.profile === profile)
      .flatMap((plugin) => plugin.notes);
    expect(own.some(({ kind }) => kind === 'modelled')).toBe(true);
  }
});
