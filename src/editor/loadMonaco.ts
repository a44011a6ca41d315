import { createStore } from 'zustand/vanilla';
import { spokenLanguage } from '../language/t';
import type * as Monaco from './monaco';
import { whenIdle } from './whenIdle';

/** How far Monaco is; until it is ready the plain editor stands in. */
export type MonacoProgress =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly monaco: typeof Monaco }
  | { readonly kind: 'failed' };

export const monacoProgress = createStore<MonacoProgress>()(() => ({ kind: 'waiting' }));

/** Monaco's own words by language. It takes them when it is loaded; English ones are in it. */
const ownWords: Readonly<Record<string, () => Promise<unknown>>> = {
  de: () => import('monaco-editor/nls/lang/de'),
};

async function importMonaco(): Promise<typeof Monaco> {
  await ownWords[spokenLanguage().code]?.().catch(() => undefined);
  return import('./monaco');
}

/** Fetches Monaco once the browser is idle. To be called after the picture is on the screen; again after a failure. */
export function loadMonaco(): void {
  const { kind } = monacoProgress.getState();
  if (kind === 'loading' || kind === 'ready') return;
  monacoProgress.setState({ kind: 'loading' }, true);
  whenIdle(() => {
    importMonaco().then(
      (monaco) => {
        monacoProgress.setState({ kind: 'ready', monaco }, true);
      },
      () => {
        monacoProgress.setState({ kind: 'failed' }, true);
      },
    );
  }, 1000);
}
