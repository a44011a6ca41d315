import type { ComponentProps } from 'react';
import { clsx } from 'clsx';

type ButtonProps = ComponentProps<'button'> & {
  /** plain: quiet until pointed at. outlined: stands on its own. link: inside a sentence. */
  readonly look?: 'plain' | 'outlined' | 'link';
};

/** A button with words. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} data-look={look} className={clsx('ui-button', className)} />;
}
