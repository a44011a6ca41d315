import { Lock, LockOpen } from 'lucide-react';
import { lockSentence } from '../picture/nodeSentences';

interface LockBadgeProps {
  readonly type: 'ingress' | 'egress';
  /** True: isolated in that direction. */
  readonly closed: boolean;
  /** When the lock is not about one workload. */
  readonly sentence?: string;
}

/** Closed and filled, or open and only outlined: is this direction isolated? */
export function LockBadge({ type, closed, sentence = lockSentence(type, closed) }: LockBadgeProps) {
  const Icon = closed ? Lock : LockOpen;
  return (
    <span className="graph-lock" data-closed={closed} role="img" aria-label={sentence} title={sentence}>
      {type === 'ingress' ? 'in' : 'out'}
      <Icon aria-hidden size={10} strokeWidth={2.4} />
    </span>
  );
}
