import { ComparisonPanel } from '../comparison/ComparisonPanel';
import { chooseFiles, importing, projectForStorage } from '../intake';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { viewStore } from '../state/viewStore';
import type { Version } from '../state/versions';
import type { SidePanelProps } from '../ui/SidePanel';
import { replaceWorkspace } from './workspaces';

/** The comparison panel, with what it needs of the rest of the page. */
export function ComparisonSide({ onClose }: SidePanelProps) {
  return (
    <ComparisonPanel
      onClose={onClose}
      readFiles={readFiles}
      bringBack={bringBack}
      strip={projectForStorage}
    />
  );
}

async function readFiles(): Promise<readonly { readonly name: string; readonly text: string }[] | null> {
  const chosen = await chooseFiles();
  if (chosen.length === 0) return null;
  return (await (await importing(chosen))?.readSources(chosen))?.files ?? null;
}

/** In place of the text as it is, which is offered back; seen from where the person stands now. */
function bringBack({ files, cni, example }: Version): void {
  const { view, moved } = viewStore.getState();
  replaceWorkspace({ example, files }, t`Brought back an earlier version.`);
  viewStore.setState({ view, moved });
  if (documentStore.getState().cni !== cni) documentStore.getState().setCni(cni);
}
