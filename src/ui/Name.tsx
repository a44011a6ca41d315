import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { partsOf } from './cutName';
import './name.css';

interface NameProps extends ComponentProps<'span'> {
  readonly name: string;
  /** From where on it differs from names beside it (`tellingOf`). */
  readonly telling?: number | undefined;
  /** Draws a piece of it, which begins at that offset; else it is plain text. */
  readonly piece?: (text: string, from: number) => ReactNode;
}

const plain = (text: string): ReactNode => text;

/**
 * A name that is cut in its middle where there is no room for all of it. The browser cuts it while it lays out the page,
 * at any size of letters, and the text stays whole: nothing is measured.
 */
export function Name({ name, telling, piece = plain, className, children, ...rest }: NameProps) {
  const parts = partsOf(name, telling);
  return (
    <span className={clsx(className, parts !== null && 'ui-name')} {...rest}>
      {parts === null ? (
        piece(name, 0)
      ) : (
        <>
          <span className="ui-name-start">{piece(parts.start, 0)}</span>
          <span className="ui-name-rest">
            {parts.middle !== '' && (
              <span className="ui-name-middle">{piece(parts.middle, parts.start.length)}</span>
            )}
            <span className="ui-name-end">{piece(parts.end, name.length - parts.end.length)}</span>
          </span>
        </>
      )}
      {children}
    </span>
  );
}
