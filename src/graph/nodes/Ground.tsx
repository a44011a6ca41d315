import type { ReactNode } from 'react';
import type { GroundLook, Strength } from '../picture/looks';

interface GroundProps {
  readonly name: string;
  readonly ground: GroundLook;
  readonly strength: Strength;
  readonly selected: boolean | undefined;
  readonly outside?: boolean;
  /** Opens it; stays when only the name is left. */
  readonly button: ReactNode;
  /** What is seen of the card from far away beside its name. */
  readonly locks?: ReactNode;
  readonly children: ReactNode;
}

/** Size of letters for which the button is drawn. */
const LETTERS = 16;

/** A card as large as a territory, its words with it; from far away its name and its locks alone. */
export function Ground({ name, ground, strength, selected, outside, button, locks, children }: GroundProps) {
  const { scale, width, height, far } = ground;
  return (
    <div
      className="graph-card graph-ground"
      data-strength={strength}
      data-selected={selected}
      data-outside={outside}
      style={{ borderWidth: scale, borderRadius: 10 * scale, outlineWidth: 2 * scale }}
    >
      {far === null ? (
        <div className="graph-scaled" style={{ width, height, transform: `scale(${String(scale)})` }}>
          {children}
          <span className="graph-ground-button">{button}</span>
        </div>
      ) : (
        <>
          <span className="graph-ground-far">
            <span className="graph-ground-name" style={{ fontSize: far.letters }}>
              {name}
            </span>
            {far.locks !== null && (
              <span
                className="graph-ground-locks"
                data-words={far.locks.hasWords}
                style={{ zoom: far.locks.scale }}
              >
                {locks}
              </span>
            )}
          </span>
          <span
            className="graph-ground-button"
            style={{ transform: `scale(${String(far.letters / LETTERS)})` }}
          >
            {button}
          </span>
        </>
      )}
    </div>
  );
}
