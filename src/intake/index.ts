/** What comes in from outside: files, folders, drops and pastes, without what policy does not need. */
export { DropTarget } from './DropTarget';
export { intakeStore, useIntake, type ImportReceipt } from './intakeStore';
export type { Opener } from './importSources';
export { chooseFiles, openFiles } from './openFiles';
export { projectForStorage } from './projectInBackground';
export { importing } from './lateImport';
export { ProgressCard } from './ProgressCard';
export { projectPaste, type Pasted } from './projectPaste';
export { openWorkspaceFilesWith } from './workspaceFiles';
