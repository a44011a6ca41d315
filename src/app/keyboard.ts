import { useEffect } from 'react';
import { actions } from './actions';
import { isApple, isPressed, type Shortcut } from './shortcut';

/** True where keys belong to a text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, .monaco-editor') !== null
    ? true
    : target instanceof HTMLElement && target.isContentEditable;
}

/** A field has no commands of its own, as an editor has. */
const isOneLine = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** The keyboard map: actions by their shortcut. What a menu, a dialog or the editor has used is left alone. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target);
  const isMeant = (shortcut: Shortcut): boolean =>
    (shortcut.whileTyping || !typing || (shortcut.mod && isOneLine(event.target))) &&
    isPressed(shortcut, event, isApple());
  const action = actions.find(
    ({ shortcut, also, available }) =>
      ((shortcut !== null && isMeant(shortcut)) || (also !== undefined && isMeant(also))) && available(),
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
