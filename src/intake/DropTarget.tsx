import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../language/t';
import { droppedFiles } from './droppedFiles';
import type { Opener } from './importSources';
import { importing, prepareImport } from './lateImport';
import type { Source } from './readImport';
import './intake.css';

/** Takes files and text dropped anywhere on the page, and says so while they hover over it. */
export function DropTarget({ opener }: { readonly opener: Opener }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => listenForDrops(setOver, opener), [opener]);
  if (!isOver) return null;
  return (
    <div className="intake-drop" role="status">
      <span className="intake-drop-words">
        <FileDown aria-hidden size={20} />
        {t`Drop manifests anywhere`}
      </span>
    </div>
  );
}

/** Listens on the window, before anything inside the page does; returns how to stop. */
function listenForDrops(setOver: (isOver: boolean) => void, opener: Opener): () => void {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  // Text that is dragged within the page (a selection, a tab) is the page's own business.
  let fromHere = false;
  const takes = (event: DragEvent): boolean => !fromHere && concernsIntake(event);

  const hover = (event: DragEvent): void => {
    if (!takes(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
    if (event.dataTransfer.types.includes('Files')) prepareImport();
  };
  const leave = (event: DragEvent): void => {
    // Leaving one element for another names the other one; leaving the window names none.
    if (event.relatedTarget === null) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const { dataTransfer } = event;
    if (!takes(event) || !dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    void take(dataTransfer, opener);
  };
  window.addEventListener('dragstart', () => (fromHere = true), options);
  window.addEventListener('dragend', () => (fromHere = false), options);
  window.addEventListener('dragenter', hover, options);
  window.addEventListener('dragover', hover, options);
  window.addEventListener('dragleave', leave, options);
  window.addEventListener('drop', drop, options);
  return () => {
    stop.abort();
  };
}

/** Files always; text only where no editor or field would take it at the caret. */
function concernsIntake({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  const inField =
    target instanceof Element &&
    target.closest('.monaco-editor, textarea, input, [contenteditable]') !== null;
  return types.includes('text/plain') && !inField;
}

async function take(transfer: DataTransfer, opener: Opener): Promise<void> {
  const text = transfer.getData('text/plain');
  const isFiles = transfer.types.includes('Files');
  if (!isFiles && text.trim() === '') return;
  const sources: readonly Source[] = isFiles
    ? await droppedFiles(transfer)
    : [{ name: 'dropped.yaml', text }];
  await (await importing(sources))?.importSources(sources, opener);
}
