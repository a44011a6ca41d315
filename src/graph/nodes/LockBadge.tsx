import { Lock, LockOpen } from 'lucide-react';
import { t } from '../../language/t';
import type { LockLook } from '../picture/looks';
import { lockSentence } from '../picture/nodeSentences';

interface LockBadgeProps {
  readonly type: 'ingress' | 'egress';
  readonly lock: LockLook;
  /** When it is not about what the card stands for. */
  readonly sentence?: string;
}

/** Closed and filled, open and only outlined, or how many of several are closed: is this direction isolated? */
export function LockBadge({ type, lock, sentence = lockSentence(type, lock) }: LockBadgeProps) {
  const { closed, of } = lock;
  const Icon = closed > 0 ? Lock : LockOpen;
  const state = closed === 0 ? 'none' : closed === of ? 'all' : 'some';
  return (
    <span className="graph-lock" data-closed={state} role="img" aria-label={sentence} title={sentence}>
      {type === 'ingress' ? t`in` : t`out`}
      <Icon aria-hidden size={10} strokeWidth={2.4} />
      {state === 'some' && `${String(closed)}/${String(of)}`}
    </span>
  );
}
