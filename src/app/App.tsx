import { useEffect } from 'react';
import { viewStore } from '../state/viewStore';
import { TooltipProvider } from '../ui/IconButton';
import { Header } from './Header';
import { DropArea } from './importing';
import { useKeyboardMap } from './keyboard';
import { NoticeCorner } from './NoticeCorner';
import { shellStore } from './shellStore';
import { ShortcutsSheet } from './ShortcutsSheet';
import { StatusLine } from './StatusLine';
import { Workbench } from './Workbench';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './app.css';

/** The whole page. Stores are filled and the engine is connected before it is drawn. */
export function App() {
  useKeyboardMap();
  useEditorWhenRevealed();
  return (
    <TooltipProvider>
      <DropArea>
        <div className="app">
          <Header />
          <Workbench />
          <NoticeCorner />
          <StatusLine />
        </div>
      </DropArea>
      <ShortcutsSheet />
    </TooltipProvider>
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
