import { describe, expect, it } from 'vitest';
import { actions, actionsIn } from './actions';
import { shortcutText } from './shortcut';

const shortcuts = actions.flatMap(({ shortcut, also }) => [shortcut, also].flatMap((one) => one ?? []));

describe('the list of actions', () => {
  it('has no id twice', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no shortcut twice', () => {
    const keys = shortcuts.map((shortcut) => shortcutText(shortcut, false));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps letters and signs free for the text', () => {
    const bare = shortcuts.filter(({ key, mod, whileTyping }) => key.length === 1 && !mod && whileTyping);
    expect(bare).toEqual([]);
  });

  it('leaves the keys of the editor alone while typing', () => {
    // What Monaco uses: chords, rename, find next, breakpoints, accessible view, undo and find families, comments.
    const editors = [
      'F2',
      'F3',
      'F7',
      'F8',
      'F12',
      'Esc',
      'Ctrl+F',
      'Ctrl+H',
      'Ctrl+K',
      'Ctrl+G',
      'Ctrl+M',
      'Ctrl+/',
    ];
    const whileTyping = shortcuts.flatMap((shortcut) =>
      shortcut.whileTyping ? [shortcutText(shortcut, false)] : [],
    );
    expect(whileTyping.filter((keys) => editors.includes(keys))).toEqual([]);
  });

  it('puts every action that has no shortcut into a menu', () => {
    expect(actionsIn('keyboard').filter(({ shortcut }) => shortcut === null)).toEqual([]);
  });
});
