import { ChevronDown, ChevronRight } from 'lucide-react';
import { t } from '../language/t';
import { idleSentence, idleWords } from '../state/copies';
import { viewStore } from '../state/viewStore';
import { Name } from '../ui/Name';
import type { Line } from './lines';

interface LineHeadProps {
  readonly line: Line;
  /** From where on its name differs from its neighbours'. */
  readonly telling: number | undefined;
}

/** The name of a line, which selects it; of what can be opened or closed, with the button for that. */
export function LineHead({ line: { id, name, kind, isIdle }, telling }: LineHeadProps) {
  const { select, fold, unfold } = viewStore.getState();
  return (
    <>
      {kind !== 'single' && (
        <button
          type="button"
          className="matrix-fold"
          aria-expanded={kind === 'heading'}
          aria-label={kind === 'heading' ? t`Fold ${name}` : t`Unfold ${name}`}
          onClick={() => {
            if (kind === 'heading') fold(id);
            else unfold(id);
          }}
        >
          {kind === 'heading' ? (
            <ChevronDown aria-hidden size={13} />
          ) : (
            <ChevronRight aria-hidden size={13} />
          )}
        </button>
      )}
      <button
        type="button"
        className="matrix-name"
        aria-label={isIdle ? `${name}, ${idleWords()}` : name}
        onClick={() => {
          select({ kind: 'entity', entity: id });
        }}
      >
        <Name name={name} telling={telling} title={isIdle ? `${name}\n${idleSentence()}` : name}>
          {isIdle && <span> ×0</span>}
        </Name>
      </button>
    </>
  );
}
