import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { splitTerms } from './terms/splitTerms';
import { termOf } from './terms/terms';
import { askTerm } from './terms/termStore';
import './term.css';

interface TermProps {
  readonly id: string;
  /** The word as it stands in the sentence; without it the name of the term. */
  readonly children?: ReactNode;
}

/** A technical word: hover or focus tells what it means, a click opens the glossary there. For lazy panels. */
export function Term({ id, children }: TermProps) {
  const term = termOf(id);
  if (!term) return children;
  return (
    <Tooltip.Provider delayDuration={250}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <button
            type="button"
            className="ui-term"
            onClick={() => {
              askTerm(id);
            }}
          >
            {children ?? term.name}
          </button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="ui-term-tip" sideOffset={4} collisionPadding={8}>
            {term.text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}

/** A sentence whose technical words can be asked about; not for the inside of a button. */
export function Termed({ children }: { readonly children: string }) {
  return splitTerms(children).map(({ text, term }) =>
    term === null ? (
      text
    ) : (
      <Term key={term} id={term}>
        {text}
      </Term>
    ),
  );
}
