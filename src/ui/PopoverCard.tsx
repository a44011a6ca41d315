import type { ReactElement, ReactNode } from 'react';
import { Popover } from 'radix-ui';

interface PopoverCardProps {
  /** A Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  /** Accessible name of the card. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A card that hangs on a button and closes on Escape or a click elsewhere; open when it first appears (see OnDemand).
 */
export function PopoverCard({ trigger, label, children }: PopoverCardProps) {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="ui-popover"
          aria-label={label}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
