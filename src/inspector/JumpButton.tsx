import type { ReactNode } from 'react';
import type { Place } from '../engine';
import { t } from '../language/t';
import { useDocuments } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { lineNumber } from './lineNumber';

interface JumpButtonProps {
  readonly place: Place;
  /** False: the file is clear from what stands above. */
  readonly withFile?: boolean;
  /** Says the bare number: that it is a line is clear from what stands above. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** Names something written in the text and shows it there; says file and line at its end. */
export function JumpButton({ place, withFile = true, bare = false, children }: JumpButtonProps) {
  const file = useDocuments(({ files }) => files.find(({ id }) => id === place.file)?.name);
  const line = useDocuments(({ files }) => lineNumber(files, place));
  return (
    <button
      type="button"
      className="inspector-row"
      onClick={() => {
        viewStore.getState().revealPlace(place);
      }}
    >
      <span className="inspector-row-words">{children}</span>
      {file !== undefined && line !== null && (
        <span className="inspector-line">
          {withFile && `${file}:${String(line)}`}
          {!withFile && !bare && t`line ${line}`}
          {!withFile && bare && <BareLine line={line} />}
        </span>
      )}
    </button>
  );
}

/** Seen as a number, said as a line. */
function BareLine({ line }: { readonly line: number }) {
  return (
    <>
      <span className="ui-hidden">{t`line ${line}`}</span>
      <span aria-hidden>{line}</span>
    </>
  );
}
