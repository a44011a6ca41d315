import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyTheme } from './app/theme';
import { firstExample } from './examples';
import { projectForStorage } from './intake';
import { connectEngine } from './state/connectEngine';
import { documentStore } from './state/documentStore';
import { restoreWorkspace, startSaving } from './state/persistence';

/** Opens the last workspace, or the first example; connects the engine; draws the page; keeps saving from then on. */
async function start(): Promise<void> {
  applyTheme();
  const restored = await restoreWorkspace();
  if (!restored) {
    documentStore.getState().openWorkspace({ example: firstExample.id, files: firstExample.files });
  }
  connectEngine(
    () =>
      new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
  startSaving(projectForStorage);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
}

void start();
