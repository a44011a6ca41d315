import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { grouped, t } from '../language/t';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { cardPlace, type Box } from './cardPlace';
import { tourSteps, type TourStep } from './steps';
import './tour.css';
import { tourStore } from './tourStore';

const close = (): void => {
  tourStore.setState({ step: null });
  viewStore.getState().rememberTour();
};

/** The tour while somebody takes it: a small card beside what it points at; everything else stays usable. */
export function Tour() {
  const index = useStore(tourStore, ({ step }) => step);
  const steps = tourSteps();
  const step = index === null ? undefined : steps[index];
  if (step === undefined || index === null) return null;
  return createPortal(<Stop step={step} index={index} count={steps.length} />, document.body);
}

interface StopProps {
  readonly step: TourStep;
  readonly index: number;
  readonly count: number;
}

function Stop({ step, index, count }: StopProps) {
  const target = useTargetBox(step);
  const isLast = index === count - 1;
  const go = (to: number): void => {
    tourStore.setState({ step: to });
  };
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const own = card.current;
    const before = document.activeElement;
    // Once, when the tour begins: whoever works on meanwhile keeps the keyboard.
    own?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      if (now !== document.body && now !== null && own?.contains(now) === false) return;
      // The offer is gone with its button; the menu has the tour too.
      const opener = before?.isConnected === true && before !== document.body ? before : menuButton();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', leave, { capture: true });
    return () => {
      window.removeEventListener('keydown', leave, { capture: true });
    };
  }, []);
  const tall = useView((state) => state.classroom) ? TALL_IN_CLASS : TALL;
  const room = { width: window.innerWidth, height: window.innerHeight };
  return (
    <>
      {target && (
        <div
          className="tour-ring"
          style={{ left: target.x, top: target.y, width: target.width, height: target.height }}
        />
      )}
      <section
        ref={card}
        className="tour-card"
        aria-label={t`Guided tour`}
        tabIndex={-1}
        style={cardPlace(target, room, tall)}
      >
        <div aria-live="polite">
          <h2 className="tour-title">{step.title}</h2>
          <p>{step.text}</p>
        </div>
        <div className="tour-buttons">
          <span className="tour-count">{t`${grouped(index + 1)} of ${grouped(count)}`}</span>
          <Button
            disabled={index === 0}
            onClick={() => {
              go(index - 1);
            }}
          >
            {t`Back`}
          </Button>
          <Button
            look="outlined"
            onClick={() => {
              if (isLast) close();
              else go(index + 1);
            }}
          >
            {isLast ? t`Done` : t`Next`}
          </Button>
        </div>
        <IconButton label={t`End the tour`} className="tour-close" icon={<X aria-hidden />} onClick={close} />
      </section>
    </>
  );
}

const menuButton = (): Element | null => document.querySelector(`[aria-label="${t`More`}"]`);

/** Pixels the longest step takes. */
const TALL = 190;
const TALL_IN_CLASS = 280;

const LOOK_AGAIN = 300;

/** Where the element of a step is; looked up again, for panes move under the tour. */
function useTargetBox({ at }: TourStep): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = (): void => {
      const found = boxOf(at);
      setBox((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    const first = requestAnimationFrame(look);
    const timer = setInterval(look, LOOK_AGAIN);
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(first);
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [at]);
  return box;
}

function boxOf(selectors: readonly string[]): Box | null {
  for (const selector of selectors) {
    const found = document.querySelector(selector)?.getBoundingClientRect();
    if (found && found.width > 0 && found.height > 0) {
      return { x: found.x, y: found.y, width: found.width, height: found.height };
    }
  }
  return null;
}
