import { Check, CircleHelp, X } from 'lucide-react';
import type { PeerExplanation } from '../engine';
import { t } from '../language/t';

interface HoldsMarkProps {
  readonly holds: PeerExplanation['matches'];
  readonly of: 'peer' | 'requirement' | 'port';
}

const words = () => ({
  peer: { yes: t`matches:`, no: t`does not match:`, maybe: t`may match:` },
  requirement: { yes: t`holds:`, no: t`does not hold:`, maybe: t`may hold:` },
  port: { yes: t`grants`, no: t`grants nothing:`, maybe: t`may grant` },
});

const icons = { yes: Check, no: X, maybe: CircleHelp } as const;

/** Whether something written holds; said to those who do not see it. */
export function HoldsMark({ holds, of }: HoldsMarkProps) {
  const Icon = icons[holds];
  return (
    <span className="inspector-holds" data-holds={holds}>
      <Icon size={13} strokeWidth={2.5} role="img" aria-label={words()[of][holds]} />
    </span>
  );
}
