import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { useStore } from 'zustand';
import { t } from '../language/t';
import { focusLabel, type Focus } from './focusLens';
import { focusStore, setFocus } from './focusStore';

interface FocusButtonProps {
  readonly focus: Focus;
  /** In full, for those who do not see what stands around it. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Shows in the picture what it says; pressed again, everything. */
export function FocusButton({ focus, label, className, children }: FocusButtonProps) {
  const isShown = useStore(focusStore, (state) => isSame(state.focus, focus));
  return (
    <button
      type="button"
      className={clsx('coverage-focus', className)}
      aria-pressed={isShown}
      aria-label={label}
      title={isShown ? t`Show everything again` : t`Show ${focusLabel(focus)} in the picture`}
      onClick={() => {
        setFocus(isShown ? null : focus);
      }}
    >
      {children}
    </button>
  );
}

function isSame(a: Focus | null, b: Focus): boolean {
  return (
    a?.kind === b.kind &&
    a.namespace === b.namespace &&
    (a.kind !== 'open' || b.kind !== 'open' || a.direction === b.direction)
  );
}
