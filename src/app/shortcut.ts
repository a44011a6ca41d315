import { t } from '../language/t';

/** A key with its modifiers. */
export interface Shortcut {
  /** As in KeyboardEvent.key, letters in lower case. */
  readonly key: string;
  /** Ctrl, or Cmd on Apple machines. */
  readonly mod: boolean;
  readonly shift: boolean;
  /** True: also while a text is being edited, so it must be a key that the editor leaves alone. */
  readonly whileTyping: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether exactly this key was pressed. */
export function isPressed(shortcut: Shortcut, event: Pressed, apple: boolean): boolean {
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === shortcut.key.toLowerCase() &&
    mod === shortcut.mod &&
    (event.shiftKey === shortcut.shift || isSign(shortcut.key)) &&
    !other &&
    !event.altKey
  );
}

/** Where a sign is on the keyboard, and whether it needs Shift, depends on the country. */
const isSign = (key: string): boolean => /^[^a-z0-9]$/i.test(key);

/** All keys of one action: `Ctrl+K, F1`. */
export function shortcutsText(
  { shortcut, also }: { readonly shortcut: Shortcut | null; readonly also?: Shortcut },
  apple: boolean,
): string {
  const all = [shortcut, also].flatMap((one) => one ?? []);
  return all.map((one) => shortcutText(one, apple)).join(', ');
}

/** `Ctrl+Shift+M`, or `⇧⌘M` on Apple machines. */
export function shortcutText({ key, mod, shift }: Shortcut, apple: boolean): string {
  const name = key.length === 1 ? key.toUpperCase() : key === 'Escape' ? 'Esc' : key;
  if (apple) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [...(mod ? [t`Ctrl`] : []), ...(shift ? [t`Shift`] : []), name].join('+');
}

/** Apple keyboards have Cmd where others have Ctrl. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);
