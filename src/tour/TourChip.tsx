import { Compass, X } from 'lucide-react';
import { useStore } from 'zustand';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import './tour.css';
import { startTour, tourStore } from './tourStore';

/** Offers the tour in the status line until it was taken or declined. */
export function TourChip() {
  const isSeen = useView((state) => state.tourSeen);
  const isTaken = useStore(tourStore, ({ step }) => step !== null);
  if (isSeen || isTaken) return null;
  return (
    <span className="tour-chip">
      <Button className="tour-chip-take" onClick={startTour}>
        <Compass aria-hidden />
        {rich`Take the tour ${(<span className="tour-chip-time">{t`(1 min)`}</span>)}`}
      </Button>
      <IconButton
        label={t`No tour`}
        className="tour-chip-no"
        tip="below"
        icon={<X aria-hidden />}
        onClick={() => {
          viewStore.getState().rememberTour();
        }}
      />
    </span>
  );
}
