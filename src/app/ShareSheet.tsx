import { useEffect, useState } from 'react';
import { ExportSection } from '../exports/ExportSection';
import { t } from '../language/t';
import { LinkSection } from '../share/LinkSection';
import { Sheet } from '../ui/Sheet';
import { exportChoices, saveWorkspaceFile } from './exportChoices';
import { addressWith, shareFragment } from './shareLink';
import { shellStore } from './shellStore';
import { exampleOf } from './workspaces';
import { documentStore } from '../state/documentStore';

const close = (): void => {
  shellStore.getState().openSheet(null);
};

/** Passes on what is open: as a link, or as files. There only while it is open. */
export function ShareSheet() {
  const [withView, setWithView] = useState(true);
  const [isLarge, setLarge] = useState(false);
  const fragment = useFragment(withView);
  const title = exampleOf(documentStore.getState())?.title ?? t`Who can reach whom`;
  return (
    <Sheet title={t`Share and export`} open onClose={close}>
      <LinkSection
        link={fragment === null ? null : addressWith(fragment, false)}
        embedded={fragment === null ? null : addressWith(fragment, true)}
        withView={withView}
        onWithView={setWithView}
        isLarge={isLarge}
        onLarge={setLarge}
        onFile={() => void saveWorkspaceFile()}
      />
      {!isLarge && <ExportSection title={title} choices={exportChoices} />}
    </Sheet>
  );
}

/** The fragment of what is open; null while it is being made. */
function useFragment(withView: boolean): string | null {
  const [made, setMade] = useState<{ readonly withView: boolean; readonly fragment: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void shareFragment(withView).then((fragment) => {
      if (isWanted) setMade({ withView, fragment });
    });
    return () => {
      isWanted = false;
    };
  }, [withView]);
  return made?.withView === withView ? made.fragment : null;
}
