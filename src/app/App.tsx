import { Suspense, useEffect } from 'react';
import { viewStore } from '../state/viewStore';
import { late } from '../ui/late';
import { Header } from './Header';
import { DropArea } from './importing';
import { useKeyboardMap } from './keyboard';
import { shellStore, useShell } from './shellStore';
import { StatusLine } from './StatusLine';
import { Workbench } from './Workbench';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './app.css';
import './classroom.css';

const ShortcutsSheet = late(() => import('./ShortcutsSheet').then((module) => module.ShortcutsSheet));
const Palette = late(() => import('./palette/Palette').then((module) => module.Palette));
const ShareSheet = late(() => import('./ShareSheet').then((module) => module.ShareSheet));

const sheets = { shortcuts: <ShortcutsSheet />, palette: <Palette />, share: <ShareSheet /> };

/** The whole page. Stores are filled and the engine is connected before it is drawn. */
export function App() {
  useKeyboardMap();
  useEditorWhenRevealed();
  const sheet = useShell((state) => state.sheet);
  return (
    <>
      <DropArea>
        <div className="app">
          <Header />
          <Workbench />
          <StatusLine />
        </div>
      </DropArea>
      {sheet !== null && <Suspense>{sheets[sheet]}</Suspense>}
    </>
  );
}

/** A jump into the text shows the editor where only one pane has room. */
function useEditorWhenRevealed(): void {
  useEffect(
    () =>
      viewStore.subscribe((state, before) => {
        if (state.reveal !== before.reveal) shellStore.getState().showPane('editor');
      }),
    [],
  );
}
