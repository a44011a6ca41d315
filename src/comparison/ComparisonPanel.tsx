import { useEffect } from 'react';
import { useStore } from 'zustand';
import { t } from '../language/t';
import type { Version } from '../state/versions';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { restoreBaseline, type Chosen, type Strip } from './baseline';
import { ComparedWith } from './ComparedWith';
import { comparisonStore } from './comparisonStore';
import { keepComparing } from './keepComparing';
import { PinChoices } from './PinChoices';
import './comparison.css';

keepComparing();
void restoreBaseline();

/** What the panel needs from the frame around it. */
export interface ComparisonPanelProps extends SidePanelProps {
  /** Lets the person choose files and reads them; null when nothing came of it. */
  readonly readFiles: () => Promise<Chosen['files'] | null>;
  readonly bringBack: (version: Version) => void;
  readonly strip: Strip;
}

/** What the edits since some state opened and closed. */
export function ComparisonPanel({ onClose, ...choices }: ComparisonPanelProps) {
  const pinned = useStore(comparisonStore, (state) => state.pinned);
  const forgotten = useStore(comparisonStore, (state) => state.forgotten);
  useEffect(() => {
    comparisonStore.setState({ isOpen: true });
    return () => {
      comparisonStore.setState({ isOpen: false });
    };
  }, []);
  return (
    <SidePanel title={t`Compare`} onClose={onClose}>
      <div className="comparison">
        {pinned === null ? (
          <>
            {forgotten !== null && (
              <p className="comparison-note">
                {t`${forgotten} was too large to be kept over the reload of the page: it is forgotten.`}
              </p>
            )}
            <p>{t`Pin a state; from then on every edit tells which connections it opened and closed.`}</p>
            <PinChoices {...choices} />
          </>
        ) : (
          <>
            <ComparedWith key={pinned.id} pinned={pinned} />
            <details className="comparison-more">
              <summary>{t`Compare with something else`}</summary>
              <PinChoices {...choices} />
            </details>
          </>
        )}
      </div>
    </SidePanel>
  );
}
