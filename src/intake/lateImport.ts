import { t } from '../language/t';
import { nothingDropped } from './droppedCounts';
import type * as Importing from './importSources';
import { intakeStore } from './intakeStore';
import type { Source } from './readImport';

/** Fetched when something is about to come in, so that the page opens without it. */
const load = (): Promise<typeof Importing> => import('./importSources');

/** Somebody is choosing files: what will read them can come and start meanwhile. */
export function prepareImport(): void {
  load().then(
    ({ prepareReading }) => {
      prepareReading();
    },
    // It is asked for again when it is needed.
    () => undefined,
  );
}

/** What opens these sources. On a poor line it may not come: null, and the receipt says that they were not opened. */
export async function importing(sources: readonly Source[]): Promise<typeof Importing | null> {
  try {
    return await load();
  } catch {
    const reason = t`What reads it did not arrive. Please try again; if it does not come, reload the page.`;
    const refused = sources.map(({ name }) => ({ name, reason }));
    intakeStore.getState().tell({ files: [], dump: null, isNewer: false, dropped: nothingDropped, refused });
    return null;
  }
}
