import type { ReactNode } from 'react';
import type { Point } from '../geometry/box';

interface PortPillProps {
  /** Its middle. */
  readonly at: Point;
  /** Also over the cards. */
  readonly isOver: boolean;
  readonly tone: string;
  readonly scale: number;
  /** All ports, where the pill shows only some. */
  readonly title: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Words on a line, over every other line. The line itself says the same to those who do not see it. */
export function PortPill({ at, isOver, tone, scale, title, onClick, children }: PortPillProps) {
  return (
    <div
      className="graph-words nopan"
      aria-hidden
      data-tone={tone}
      data-over={isOver}
      title={title}
      onClick={onClick}
      style={{
        transform: `translate(${String(at.x)}px, ${String(at.y)}px) scale(${String(scale)}) translate(-50%, -50%)`,
        transformOrigin: '0 0',
      }}
    >
      {children}
    </div>
  );
}
