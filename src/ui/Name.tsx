import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { partsOf } from './cutName';
import './name.css';

interface NameProps extends ComponentProps<'span'> {
  readonly name: string;
  /** From where on it differs from names beside it (`tellingOf`). */
  readonly telling?: number | undefined;
}

/**
 * A name that is cut in its middle where there is no room for all of it. The browser cuts it while it lays out the page,
 * at any size of letters, and the text stays whole: nothing is measured.
 */
export function Name({ name, telling, className, children, ...rest }: NameProps) {
  const parts = partsOf(name, telling);
  return (
    <span className={clsx(className, parts !== null && 'ui-name')} {...rest}>
      {parts === null ? (
        name
      ) : (
        <>
          <span className="ui-name-start">{parts.start}</span>
          <span className="ui-name-rest">
            {parts.middle !== '' && <span className="ui-name-middle">{parts.middle}</span>}
            <span className="ui-name-end">{parts.end}</span>
          </span>
        </>
      )}
      {children}
    </span>
  );
}
