import type { ComponentProps, ReactNode } from 'react';
import { clsx } from 'clsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Where the tooltip has room. */
  readonly tip?: 'below' | 'below-left' | 'above-left' | 'right';
};

/** A button that is only a picture; its name appears on hover and focus (see controls.css). */
export function IconButton({
  label,
  icon,
  tip = 'below',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-icon=""
      data-tip={tip}
      className={clsx('ui-button', className)}
    >
      {icon}
      <span className="ui-tooltip" aria-hidden>
        {label}
      </span>
    </button>
  );
}
