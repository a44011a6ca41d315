import { Fragment, type ReactNode } from 'react';
import { formsOf } from './t';

/** A text with elements in it: `` rich`Press ${<kbd>?</kbd>} for help.` `` */
export function rich(strings: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  const [{ texts, places }] = formsOf(strings);
  return texts.map((text, index) => (
    // The order of a message never changes.
    <Fragment key={index}>
      {index > 0 && values[places[index - 1] ?? 0]}
      {text}
    </Fragment>
  ));
}
