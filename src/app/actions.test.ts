import { describe, expect, it } from 'vitest';
import { actions, actionsIn } from './actions';
import { shortcutText } from './shortcut';

describe('the list of actions', () => {
  it('has no id twice', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no shortcut twice', () => {
    const keys = actions.flatMap(({ shortcut }) => (shortcut ? [shortcutText(shortcut, false)] : []));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps bare letters free for the text', () => {
    const bare = actions.filter(({ shortcut }) => shortcut?.key.length === 1 && !shortcut.mod);
    expect(bare).toEqual([]);
  });

  it('leaves the keys of the editor alone while typing', () => {
    // What Monaco uses: palette, rename, find next, breakpoints, accessible view, undo and find families, comments.
    const editors = [
      'F1',
      'F2',
      'F3',
      'F7',
      'F8',
      'F12',
      'Esc',
      'Ctrl+F',
      'Ctrl+H',
      'Ctrl+G',
      'Ctrl+M',
      'Ctrl+/',
    ];
    const whileTyping = actions.flatMap(({ shortcut }) =>
      shortcut?.whileTyping === true ? [shortcutText(shortcut, false)] : [],
    );
    expect(whileTyping.filter((keys) => editors.includes(keys))).toEqual([]);
  });

  it('puts every action that has no shortcut into a menu', () => {
    expect(actionsIn('keyboard').filter(({ shortcut }) => shortcut === null)).toEqual([]);
  });
});
