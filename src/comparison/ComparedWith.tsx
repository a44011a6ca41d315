import { PinOff } from 'lucide-react';
import { useStore } from 'zustand';
import { pairChanges, type Comparison } from '../engine';
import { rich } from '../language/rich';
import { n, t } from '../language/t';
import { useDocuments } from '../state/hooks';
import { Button } from '../ui/Button';
import { unpinBaseline } from './baseline';
import { ChangedPairs } from './ChangedPairs';
import { ChangedPolicies } from './ChangedPolicies';
import { comparisonStore, type Pinned } from './comparisonStore';
import { hasChanges } from './keepComparing';
import { OtherEnds } from './OtherEnds';
import { pluginWords, summaryWords } from './words';

/** The baseline, and all that is otherwise now. */
export function ComparedWith({ pinned }: { readonly pinned: Pinned }) {
  const comparison = useStore(comparisonStore, (state) => state.comparison);
  return (
    <>
      <div className="comparison-with">
        <p>{rich`Compared with ${(<strong>{pinned.label}</strong>)}`}</p>
        <Button look="outlined" onClick={unpinBaseline}>
          <PinOff aria-hidden />
          {t`Unpin`}
        </Button>
      </div>
      <Remarks pinned={pinned} />
      <p role="status" className="comparison-summary">
        {comparison === null ? t`Comparing…` : summaryWords(comparison)}
      </p>
      {comparison !== null && <Changes comparison={comparison} />}
    </>
  );
}

/** What has to be known about the baseline. */
function Remarks({ pinned: { receipt, keeping, cni } }: { readonly pinned: Pinned }) {
  const cniNow = useDocuments((state) => state.cni);
  const isEmpty = receipt !== null && receipt.workloads + receipt.policies === 0;
  return (
    <>
      {isEmpty && <p className="comparison-note">{t`There is no workload and no policy in it.`}</p>}
      {receipt !== null && receipt.errors > 0 && (
        <p className="comparison-note">
          {n(
            receipt.errors,
          )`${receipt.errors} error in it: what that leaves undecided cannot be said.|${receipt.errors} errors in it: what that leaves undecided cannot be said.`}
        </p>
      )}
      {cni !== cniNow && (
        <p className="comparison-note">
          {t`It is read for ${pluginWords(cni)}, the text for ${pluginWords(cniNow)}: that alone makes differences.`}
        </p>
      )}
      {keeping === 'too-large' && (
        <p className="comparison-quiet">{t`Too large to be kept: a reload of the page forgets it.`}</p>
      )}
      {keeping === 'off' && (
        <p className="comparison-quiet">{t`This browser keeps nothing: a reload of the page forgets it.`}</p>
      )}
    </>
  );
}

function Changes({ comparison }: { readonly comparison: Comparison }) {
  const onlyChanged = useStore(comparisonStore, (state) => state.onlyChanged);
  const { rows, counts, policies, altered, added, removed } = comparison;
  const isChanged = pairChanges.some((change) => counts[change] > 0);
  return (
    <>
      {(hasChanges(comparison) || onlyChanged) && (
        <label className="comparison-only">
          <input
            type="checkbox"
            checked={onlyChanged}
            onChange={({ currentTarget }) => {
              comparisonStore.setState({ onlyChanged: currentTarget.checked });
            }}
          />
          {t`Show only what changed`}
        </label>
      )}
      {pairChanges.map((change) => (
        <ChangedPairs
          key={change}
          change={change}
          count={counts[change]}
          rows={rows[change]}
          policies={policies}
        />
      ))}
      <OtherEnds title={t`Workloads added`} ends={added} isThere />
      <OtherEnds title={t`Workloads removed`} ends={removed} isThere={false} />
      <ChangedPolicies policies={policies} isChanged={isChanged} />
      {altered > 0 && (
        <p className="comparison-quiet">
          {n(
            altered,
          )`${altered} workload looks otherwise to policies: other labels, ports or addresses, or a namespace with other labels.|${altered} workloads look otherwise to policies: other labels, ports or addresses, or a namespace with other labels.`}
        </p>
      )}
    </>
  );
}
