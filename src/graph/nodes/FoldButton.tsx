import { Maximize2, Minimize2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../engine';
import { foldEntity, keepFocus, unfoldEntity } from '../folding';

interface FoldButtonProps {
  readonly entity: EntityId;
  readonly to: 'fold' | 'unfold';
  readonly label: string;
  readonly children?: ReactNode;
}

/** Opens a card into its parts, or closes the parts to one card, in place. */
export function FoldButton({ entity, to, label, children }: FoldButtonProps) {
  const Icon = to === 'fold' ? Minimize2 : Maximize2;
  return (
    <button
      type="button"
      className="graph-count nodrag nopan"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        // A key, not a pointer.
        if (event.detail === 0) keepFocus(entity);
        if (to === 'fold') foldEntity(entity);
        else unfoldEntity(entity);
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        // Enter on the button does not also select the card.
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
      }}
    >
      {children}
      <Icon aria-hidden size={11} />
    </button>
  );
}
