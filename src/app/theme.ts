import { viewStore } from '../state/viewStore';

/**
 * Keeps data-theme on <html> in step with the chosen theme and, for `system`, with the machine, and data-classroom with
 * the classroom mode. Call it before the first render; the answer stops it.
 */
export function applyTheme(): () => void {
  const machine = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    const { theme, classroom } = viewStore.getState();
    const { dataset } = document.documentElement;
    const wanted = theme === 'system' ? (machine.matches ? 'dark' : 'light') : theme;
    document.documentElement.toggleAttribute('data-classroom', classroom);
    // Whoever listens, as Monaco does, is told of the same theme as of another one, and works out all its colours anew.
    if (dataset['theme'] !== wanted) dataset['theme'] = wanted;
  };
  paint();
  machine.addEventListener('change', paint);
  const stopListening = viewStore.subscribe(paint);
  return () => {
    machine.removeEventListener('change', paint);
    stopListening();
  };
}
