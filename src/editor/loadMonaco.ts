import { createStore } from 'zustand/vanilla';
import type * as Monaco from './monaco';

/** How far Monaco is; until it is ready the plain editor stands in. */
export type MonacoProgress =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly monaco: typeof Monaco }
  | { readonly kind: 'failed' };

export const monacoProgress = createStore<MonacoProgress>()(() => ({ kind: 'waiting' }));

/** Calls back when the browser has nothing better to do, at the latest after a second. */
const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(then, { timeout: 1000 });
  else setTimeout(then, 50);
};

/** Fetches Monaco once the browser is idle. To be called after the picture is on the screen; again after a failure. */
export function loadMonaco(): void {
  const { kind } = monacoProgress.getState();
  if (kind === 'loading' || kind === 'ready') return;
  monacoProgress.setState({ kind: 'loading' }, true);
  whenIdle(() => {
    import('./monaco').then(
      (monaco) => {
        monacoProgress.setState({ kind: 'ready', monaco }, true);
      },
      () => {
        monacoProgress.setState({ kind: 'failed' }, true);
      },
    );
  });
}
