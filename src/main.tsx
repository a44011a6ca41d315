import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyTheme } from './app/theme';
import { loadMonaco } from './editor/loadMonaco';
import { examples, firstExample, firstFiles, loadFiles } from './examples';
import { paneStore } from './graph/paneStore';
import { projectForStorage } from './intake';
import { chosenCode, loadLanguage } from './language/languages';
import { speak } from './language/t';
import { analysisStore } from './state/analysisStore';
import { connectEngine } from './state/connectEngine';
import { documentStore } from './state/documentStore';
import { openAfresh } from './state/openAfresh';
import { restoreWorkspace, saveFromNowOn } from './state/persistence';

/** Opens the last workspace, or the first example; connects the engine; draws the page; keeps saving from then on. */
async function start(): Promise<void> {
  const language = await loadLanguage(chosenCode());
  document.documentElement.lang = language.code;
  speak(language);
  applyTheme();
  // As a part of another page it only shows what the address says, and keeps nothing.
  const isEmbedded = /[?&]embed\b/.test(location.search);
  if (isEmbedded || !(await restoreWorkspace())) {
    openAfresh({ example: firstExample.id, files: firstFiles });
  }
  const { example } = documentStore.getState();
  // Whether it was changed is asked of it.
  if (example !== null) void loadFiles({ id: example }).catch(() => undefined);
  // Before an address is followed: what it opens is there after a reload.
  const loadSaving = isEmbedded ? null : saveFromNowOn(projectForStorage);
  // Only an address that says something needs the code that reads it before the first picture.
  const follow = async (): Promise<void> => (await loadAddress()).followAddress(isEmbedded);
  if (location.hash.includes('=')) await follow();
  window.addEventListener('hashchange', () => void follow());
  connectEngine(
    () =>
      new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
  if (loadSaving) loadMonacoAfterPicture(loadSaving);
  const Page = isEmbedded ? (await import('./app/Embed')).Embed : App;
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
}

/** Milliseconds: Monaco waits up to a second until the browser is idle. */
const AFTER_MONACO = 1200;

/** Milliseconds; on a slow link what lays it out has to come first. */
const LAID_OUT_WITHIN = 1500;

const loadAddress = () => import('./app/address');

/** Monaco is large: it comes after the first picture has been painted, or after a while without one. */
function loadMonacoAfterPicture(loadSaving: () => void): void {
  const opened = documentStore.getState();
  const load = (): void => {
    for (const stop of stops) stop();
    clearTimeout(late);
    requestAnimationFrame(() => setTimeout(loadMonaco));
    setTimeout(() => {
      loadSaving();
      void loadAddress().then(({ startAddress }) => {
        startAddress();
      });
      void Promise.allSettled(examples.map(loadFiles));
      void import('./state/versions').then(({ startVersions }) => startVersions(opened));
    }, AFTER_MONACO);
  };
  let late = setTimeout(load, 4000);
  const stops = [
    paneStore.subscribe(({ laidOut }) => {
      if (laidOut) load();
    }),
    // A matrix or an empty page is never laid out.
    analysisStore.subscribe(({ drawn }, before) => {
      if (!drawn || before.drawn) return;
      clearTimeout(late);
      late = setTimeout(load, LAID_OUT_WITHIN);
    }),
  ];
}

void start();
