import { documentStore, type Workspace } from './documentStore';
import { lensStore } from './lensStore';
import { viewStore, VIEWED_AFRESH } from './viewStore';

/** Replaces the workspace and looks at the new one as nobody has looked at it before. */
export function openAfresh(workspace: Workspace): void {
  viewStore.setState(VIEWED_AFRESH);
  lensStore.getState().showAll();
  documentStore.getState().openWorkspace(workspace);
}
