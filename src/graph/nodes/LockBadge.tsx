import { Lock, LockOpen } from 'lucide-react';
import { t } from '../../language/t';
import type { LockLook } from '../picture/looks';
import { lockMark, lockSentence, lockState } from '../picture/nodeSentences';

interface LockBadgeProps {
  readonly type: 'ingress' | 'egress';
  readonly lock: LockLook;
  /** When it is not about what the card stands for. */
  readonly sentence?: string;
}

/** Closed and filled, open and only outlined, how many of several are closed, or "?": is this direction isolated? */
export function LockBadge({ type, lock, sentence = lockSentence(type, lock) }: LockBadgeProps) {
  const state = lockState(lock);
  const Icon = lock.closed > 0 ? Lock : LockOpen;
  return (
    <span className="graph-lock" data-closed={state} role="img" aria-label={sentence} title={sentence}>
      {type === 'ingress' ? t`in` : t`out`}
      {state !== 'unsure' && <Icon aria-hidden size={10} strokeWidth={2.4} />}
      {lockMark(lock)}
    </span>
  );
}
