import { describe, expect, it } from 'vitest';
import { isPressed, shortcutText, shortcutsText, type Shortcut } from './shortcut';

const open: Shortcut = { key: 'o', mod: true, shift: false, whileTyping: true };
const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('a shortcut', () => {
  it('is Ctrl on most machines and Cmd on Apple ones', () => {
    expect(isPressed(open, press('o', { ctrlKey: true }), false)).toBe(true);
    expect(isPressed(open, press('o', { ctrlKey: true }), true)).toBe(false);
    expect(isPressed(open, press('o', { metaKey: true }), true)).toBe(true);
  });

  it('does not fire with another modifier held', () => {
    expect(isPressed(open, press('o', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isPressed(open, press('o', { ctrlKey: true, altKey: true }), false)).toBe(false);
    expect(isPressed(open, press('o'), false)).toBe(false);
  });

  it('fires with capitals locked', () => {
    expect(isPressed(open, press('O', { ctrlKey: true }), false)).toBe(true);
  });

  it('does not ask whether a sign needs Shift on this keyboard', () => {
    const help: Shortcut = { key: '?', mod: false, shift: false, whileTyping: false };
    expect(isPressed(help, press('?', { shiftKey: true }), false)).toBe(true);
    expect(isPressed(help, press('?'), false)).toBe(true);
    expect(shortcutText(help, false)).toBe('?');
  });

  it('is written the way its machine writes it', () => {
    expect(shortcutText({ ...open, shift: true }, false)).toBe('Ctrl+Shift+O');
    expect(shortcutText({ ...open, shift: true }, true)).toBe('⇧⌘O');
    expect(shortcutsText({ shortcut: open, also: { ...open, key: 'F1', mod: false } }, false)).toBe(
      'Ctrl+O, F1',
    );
  });
});
