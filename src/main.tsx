import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyTheme } from './app/theme';
import { loadMonaco } from './editor/loadMonaco';
import { firstExample } from './examples';
import { projectForStorage } from './intake';
import { analysisStore } from './state/analysisStore';
import { connectEngine } from './state/connectEngine';
import { openAfresh } from './state/openAfresh';
import { restoreWorkspace, startSaving } from './state/persistence';

/** Opens the last workspace, or the first example; connects the engine; draws the page; keeps saving from then on. */
async function start(): Promise<void> {
  applyTheme();
  const restored = await restoreWorkspace();
  if (!restored) {
    openAfresh({ example: firstExample.id, files: firstExample.files });
  }
  connectEngine(
    () =>
      new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
  loadMonacoAfterPicture();
  startSaving(projectForStorage);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
}

/** Monaco is large: it comes after the first picture has been painted, or after a while without one. */
function loadMonacoAfterPicture(): void {
  const load = (): void => {
    stop();
    clearTimeout(late);
    requestAnimationFrame(() => setTimeout(loadMonaco));
  };
  const late = setTimeout(load, 4000);
  const stop = analysisStore.subscribe(({ drawn }) => {
    if (drawn) load();
  });
}

void start();
