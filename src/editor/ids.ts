import type { FileId } from '../engine';

/** Element id of the panel that shows the active file. */
export const EDITOR_PANEL = 'editor-panel';

/** Element id of a file's tab. */
export const tabId = (file: FileId): string => `editor-tab-${file}`;
