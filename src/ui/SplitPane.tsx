import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

interface SplitPaneProps {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** Accessible name of the line between them. */
  readonly label: string;
  /** Percent of the width the left side has. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

const LEAST = 18;
const MOST = 70;
const STEP = 2;

const within = (share: number): number => Math.min(MOST, Math.max(LEAST, share));

/** Two panes side by side with a line between them that can be dragged, and moved with the arrow keys. */
export function SplitPane({ left, right, label, share, onShare }: SplitPaneProps) {
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const { currentTarget: line, pointerId, clientX } = event;
    const box = line.parentElement?.getBoundingClientRect();
    if (!line.hasPointerCapture(pointerId) || !box) return;
    onShare(within(((clientX - box.left) / box.width) * 100));
  };
  const press = (event: KeyboardEvent): void => {
    const to = keyShare(event.key, share);
    if (to === null) return;
    event.preventDefault();
    onShare(within(to));
  };
  return (
    <div className="ui-split" style={{ gridTemplateColumns: `${String(share)}% 1px minmax(0, 1fr)` }}>
      <div className="ui-split-left">{left}</div>
      <div
        className="ui-split-line"
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
      />
      <div className="ui-split-right">{right}</div>
    </div>
  );
}

function keyShare(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return share - STEP;
    case 'ArrowRight':
      return share + STEP;
    case 'Home':
      return LEAST;
    case 'End':
      return MOST;
    default:
      return null;
  }
}
