import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../language/t';
import { useAnalysis, useView } from '../state/hooks';
import { viewStore, type Selection } from '../state/viewStore';
import { IconButton } from '../ui/IconButton';
import { EntityPanel } from './EntityPanel';
import { PairPanel } from './PairPanel';
import './inspector.css';

interface InspectorProps {
  /** Says what was done to allow a pair; null: that is not offered. */
  readonly notify: ((words: string) => void) | null;
}

/** The details of what is selected in the picture; nothing at all when nothing is. */
export function Inspector({ notify }: InspectorProps) {
  const selection = useView((state) => state.selection);
  const { region, noteClick } = useFocusKept(selection);
  if (selection.kind === 'nothing') return null;
  return (
    <aside className="inspector" aria-label={t`Details`} tabIndex={-1} onClickCapture={noteClick}>
      <div className="inspector-close">
        <IconButton
          label={t`Close details`}
          icon={<X aria-hidden />}
          onClick={() => {
            viewStore.getState().select({ kind: 'nothing' });
          }}
        />
      </div>
      <div
        ref={region}
        className="inspector-scroll"
        tabIndex={0}
        role="group"
        aria-label={t`About the selection`}
      >
        <Selected notify={notify} />
      </div>
    </aside>
  );
}

/** A button that selects something else disappears with what it stood in; the keyboard then goes on from the top. */
function useFocusKept(selection: Selection) {
  const region = useRef<HTMLDivElement>(null);
  const clicked = useRef(false);
  useEffect(() => {
    if (clicked.current) region.current?.focus();
    clicked.current = false;
  }, [selection]);
  const noteClick = (): void => {
    clicked.current = true;
    // A click that selects nothing must not move the focus later.
    setTimeout(() => {
      clicked.current = false;
    });
  };
  return { region, noteClick };
}

function Selected({ notify }: InspectorProps) {
  const selection = useView((state) => state.selection);
  const drawn = useAnalysis((state) => state.drawn);
  const isGone = useAnalysis((state) => state.isSelectionGone);
  if (drawn === null) return null;
  if (isGone) return <p className="inspector-quiet">{t`It is no longer part of the text.`}</p>;
  switch (selection.kind) {
    case 'nothing':
      return null;
    case 'entity':
      return <EntityPanel key={selection.entity} id={selection.entity} drawn={drawn} />;
    case 'pair': {
      const { source, destination } = selection;
      return (
        <PairPanel
          key={`${source} ${destination}`}
          source={source}
          destination={destination}
          drawn={drawn}
          notify={notify}
        />
      );
    }
  }
}
