import { t } from '../language/t';
import { SMALL } from './dump/looksLikeDump';
import type { Opener } from './importSources';
import { intakeStore } from './intakeStore';
import { importing } from './lateImport';
import { projectInBackground } from './projectInBackground';

/** What to do with pasted text. opened: nothing, it became files of their own, was cancelled or could not be read. */
export type Pasted =
  { readonly kind: 'asIs' } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'opened' };

/** Looks at pasted text: a dump of a cluster is opened as files, from anything else what is no use here is taken out. */
export async function projectPaste(text: string, opener: Opener): Promise<Pasted> {
  if (text.length > SMALL) {
    const source = { name: t`the pasted text`, text };
    const isTaken = (await importing([source]))?.importIfDump(source, opener) ?? true;
    if (await isTaken) return { kind: 'opened' };
  }
  const projection = await projectInBackground(text);
  if (projection.text === text) return { kind: 'asIs' };
  const { dropped } = projection;
  intakeStore.getState().tell({ files: [], dump: null, isNewer: false, dropped, refused: [] });
  return { kind: 'text', text: projection.text };
}
