import {
  cloneElement,
  Suspense,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react';

interface Trigger {
  /** The button alone, shown until it is pressed. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
}

/** In place of a menu or card that did not come: its button, which asks for it again. */
export const triggerAlone = (
  { trigger }: { readonly trigger: ReactElement },
  retry: () => void,
): ReactElement => cloneElement(trigger as Trigger['trigger'], { onClick: retry });

interface OnDemandProps extends Trigger {
  readonly popup: 'menu' | 'dialog';
  /** Fetches the code of what the button opens; called as soon as the button is pointed at. */
  readonly load: () => Promise<unknown>;
  /** The button together with what it opens, open; its code may still be on its way. */
  readonly children: ReactNode;
}

/** A button whose menu or card is fetched when somebody wants it, so that the first picture need not wait for it. */
export function OnDemand({ trigger, popup, load, children }: OnDemandProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <Suspense fallback={trigger}>{children}</Suspense>;
  const fetchAhead = (): void => {
    // Pressing it asks again.
    load().catch(() => undefined);
  };
  return cloneElement(trigger, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    onClick: () => {
      setWanted(true);
    },
  });
}
