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
  readonly children: ReactNode;
}

/** Size of letters for which the button is drawn. */
const LETTERS = 16;

/** A card as large as a territory, its words with it; from far away its name alone. */
export function Ground({ name, ground, strength, selected, outside, button, children }: GroundProps) {
  const { scale, width, height, nameOnly } = ground;
  return (
    <div
      className="graph-card graph-ground"
      data-strength={strength}
      data-selected={selected}
      data-outside={outside}
      style={{ borderWidth: scale, borderRadius: 10 * scale, outlineWidth: 2 * scale }}
    >
      {nameOnly === null ? (
        <div className="graph-scaled" style={{ width, height, transform: `scale(${String(scale)})` }}>
          {children}
          <span className="graph-ground-button">{button}</span>
        </div>
      ) : (
        <>
          <span className="graph-ground-name" style={{ fontSize: nameOnly }}>
            {name}
          </span>
          <span className="graph-ground-button" style={{ transform: `scale(${String(nameOnly / LETTERS)})` }}>
            {button}
          </span>
        </>
      )}
    </div>
  );
}
