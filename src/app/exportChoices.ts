import type { ExportChoice } from '../exports/ExportSection';
import { appliable, missingNamespaces, oneYaml } from '../exports/yaml';
import { shownFlow, type ShownFlow } from '../graph/shownFlow';
import { t } from '../language/t';
import { writeWorkspaceFile } from '../share';
import { analysisStore, isPictureOld, type Analysis } from '../state/analysisStore';
import { documentStore } from '../state/documentStore';
import { lensStore } from '../state/lensStore';
import { viewStore } from '../state/viewStore';
import { saveBlob, saveText } from '../ui/saveText';
import { viewFragment } from './address';
import { sharedWorkspace } from './shareLink';
import { shellStore } from './shellStore';

/** Every file that can be made of what is open. */
export const exportChoices: readonly ExportChoice[] = [
  {
    id: 'svg',
    get label() {
      return t`Picture as SVG`;
    },
    get summary() {
      return t`As shown, with title and legend; sharp at any size.`;
    },
    save: async (title) => {
      saveText(fileName(title, 'svg'), 'image/svg+xml', (await drawnPicture(title)).svg);
    },
  },
  {
    id: 'png',
    get label() {
      return t`Picture as PNG`;
    },
    get summary() {
      return t`The same for slides and documents.`;
    },
    save: async (title) => {
      const { svg, width, height } = await drawnPicture(title);
      const { pngOf } = await import('../exports/png');
      saveBlob(fileName(title, 'png'), await pngOf(svg, width, height));
    },
  },
  {
    id: 'mermaid',
    get label() {
      return t`Mermaid diagram`;
    },
    get summary() {
      return t`Text that README files and wikis draw.`;
    },
    save: async (title) => {
      const { topology, picture } = drawn();
      const { mermaidOf } = await import('../exports/mermaid');
      const { lenses, seeThrough } = lensStore.getState();
      const seen = seeThrough?.(lenses, topology) ?? null;
      const wishes = { title, shown: viewStore.getState().shown, seen };
      saveText(fileName(title, 'mmd'), 'text/plain', mermaidOf(topology, picture, wishes));
    },
  },
  {
    id: 'csv',
    get label() {
      return t`Matrix as CSV`;
    },
    get summary() {
      return t`For spreadsheets.`;
    },
    save: async () => {
      const { topology, picture } = drawn();
      const { matrixCsv } = await import('../matrix/table');
      saveText('matrix.csv', 'text/csv', matrixCsv(topology, picture));
    },
  },
  {
    id: 'markdown',
    get label() {
      return t`Matrix as Markdown`;
    },
    get summary() {
      return t`A table for documentation.`;
    },
    save: async () => {
      const { topology, picture } = drawn();
      const { matrixMarkdown } = await import('../matrix/table');
      saveText('matrix.md', 'text/markdown', matrixMarkdown(topology, picture));
    },
  },
  {
    id: 'zip',
    get label() {
      return t`YAML files as zip`;
    },
    get summary() {
      return t`Unpacked, ready for kubectl apply -f netpol-playground/`;
    },
    save: async () => {
      const { zipOf } = await import('../exports/zip');
      saveBlob(
        'netpol-playground-yaml.zip',
        new Blob([zipOf('netpol-playground', await manifests())], { type: 'application/zip' }),
      );
    },
  },
  {
    id: 'yaml',
    get label() {
      return t`All YAML in one file`;
    },
    get summary() {
      return t`Ready for kubectl apply -f`;
    },
    save: async () => {
      saveText('netpol-playground.yaml', 'application/yaml', oneYaml(await manifests()));
    },
  },
  {
    id: 'workspace',
    get label() {
      return t`Workspace file`;
    },
    get summary() {
      return t`Tabs, plugin and view; dropped on this page it opens the same.`;
    },
    save: saveWorkspaceFile,
  },
];

/** Saves everything that is open, with how it is looked at, as one file that this page opens again. */
export async function saveWorkspaceFile(): Promise<void> {
  const workspace = await sharedWorkspace();
  const text = writeWorkspaceFile({ workspace, view: viewFragment() });
  saveText('workspace.netpol.json', 'application/json', text);
}

/** What was drawn last; says so when nothing is. */
function drawn(): Analysis {
  const answer = analysisStore.getState().drawn;
  if (answer === null || answer.topology.entities.length === 0)
    throw new Error(t`There is nothing to draw yet.`);
  return answer;
}

/** What a cluster takes, namespaces that nobody declared with it. */
async function manifests(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const { files } = await sharedWorkspace();
  const inferred = analysisStore.getState().analysis?.receipt.inferredNamespaces ?? [];
  const missing = missingNamespaces(inferred);
  const given = appliable(files);
  if (given.length === 0) throw new Error(t`There is nothing to apply.`);
  return [...(missing === null ? [] : [missing]), ...given];
}

async function drawnPicture(title: string) {
  drawn();
  const [{ pictureSvg }, shown] = await Promise.all([import('../graph/svg/pictureSvg'), graphFlow()]);
  return pictureSvg(shown, { title, notes: notes() });
}

/** What one has to know to read the picture right. */
function notes(): readonly string[] {
  const { cni } = documentStore.getState();
  return [
    ...(cni === 'cilium' ? [t`as Cilium enforces it`] : []),
    ...(cni === 'none' ? [t`the plugin enforces no policy`] : []),
    ...Object.values(lensStore.getState().lenses).map(({ label, rest }) =>
      rest === 'hidden' ? t`only ${label}` : t`stressed: ${label}`,
    ),
    ...(isPictureOld(analysisStore.getState()) ? [t`older than the text`] : []),
  ];
}

const PATIENCE = 5000;

/** What the graph shows; where the matrix is shown, the graph has to be drawn first. */
async function graphFlow(): Promise<ShownFlow> {
  shellStore.getState().showForm('graph');
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    const shown = shownFlow();
    if (shown !== null && shown.flow.nodes.length > 0) return shown;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(t`The graph could not be drawn.`);
}

/** A title as the name of a file. */
function fileName(title: string, ending: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain === '' ? 'picture' : plain}.${ending}`;
}
