import type { ReactElement } from 'react';
import type { Receipt } from '../engine';
import { t } from '../language/t';
import { PopoverCard } from '../ui/PopoverCard';
import { ReceiptCard } from './ReceiptCard';

/** The receipt as a card on its button. */
export function ReceiptPopover({
  trigger,
  receipt,
}: {
  readonly trigger: ReactElement;
  readonly receipt: Receipt;
}) {
  return (
    <PopoverCard label={t`Receipt`} trigger={trigger}>
      <ReceiptCard receipt={receipt} />
    </PopoverCard>
  );
}
