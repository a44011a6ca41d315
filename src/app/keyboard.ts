import { useEffect } from 'react';
import { actions } from './actions';
import { isApple, isPressed } from './shortcut';

/** True where keys belong to a text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, .monaco-editor') !== null
    ? true
    : target instanceof HTMLElement && target.isContentEditable;
}

/** The keyboard map: actions by their shortcut. What a menu, a dialog or the editor has used is left alone. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target);
  const action = actions.find(
    ({ shortcut, available }) =>
      shortcut !== null &&
      (shortcut.whileTyping || !typing) &&
      isPressed(shortcut, event, isApple()) &&
      available(),
  );
  if (!action) return;
  event.preventDefault();
  action.perform();
}

/** Listens for shortcuts as long as the page stands. */
export function useKeyboardMap(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
