import { Check, CircleHelp, X } from 'lucide-react';
import type { PeerExplanation } from '../engine';

interface HoldsMarkProps {
  readonly holds: PeerExplanation['matches'];
  readonly of: 'peer' | 'requirement' | 'port';
}

const words = {
  peer: { yes: 'matches:', no: 'does not match:', maybe: 'may match:' },
  requirement: { yes: 'holds:', no: 'does not hold:', maybe: 'may hold:' },
  port: { yes: 'grants', no: 'grants nothing:', maybe: 'may grant' },
} as const;

const icons = { yes: Check, no: X, maybe: CircleHelp } as const;

/** Whether something written holds; said to those who do not see it. */
export function HoldsMark({ holds, of }: HoldsMarkProps) {
  const Icon = icons[holds];
  return (
    <span className="inspector-holds" data-holds={holds}>
      <Icon size={13} strokeWidth={2.5} role="img" aria-label={words[of][holds]} />
    </span>
  );
}
