import { t } from '../../language/t';
import type { FrameLook } from '../picture/looks';
import { closedSentence, sampleLocks } from '../picture/nodeSentences';
import { LockBadge } from './LockBadge';

/** Says that a policy selects every pod of the namespace. */
export function ClosedChip({ look }: { readonly look: FrameLook }) {
  const sentence = closedSentence(look);
  if (sentence === null) return null;
  return (
    <span className="graph-closed" title={sentence}>
      <span className="graph-closed-word">{t`all pods`}</span>
      {look.ingressPolicies.length > 0 && (
        <LockBadge
          type="ingress"
          lock={sampleLocks.closed}
          sentence={t`all pods: ingress closed by ${look.ingressPolicies.join(', ')}`}
        />
      )}
      {look.egressPolicies.length > 0 && (
        <LockBadge
          type="egress"
          lock={sampleLocks.closed}
          sentence={t`all pods: egress closed by ${look.egressPolicies.join(', ')}`}
        />
      )}
    </span>
  );
}
