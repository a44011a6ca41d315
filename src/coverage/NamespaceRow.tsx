import { memo } from 'react';
import type { NamespaceCoverage } from '../engine';
import { n, t } from '../language/t';
import { DirectionMark } from './DirectionMark';
import { FocusButton } from './FocusButton';
import { ShareBar } from './ShareBar';
import { WorkloadList } from './WorkloadList';
import { pairsPhrase } from './words';

/** One namespace: its locks, what passes into it, and who in it no policy selects. */
export const NamespaceRow = memo(function NamespaceRow({ area }: { readonly area: NamespaceCoverage }) {
  const { name, into, outOf, fromOutside, toOutside, unselected, exempt } = area;
  return (
    <li className="coverage-area">
      <div className="coverage-head">
        <FocusButton focus={{ kind: 'namespace', namespace: name }} className="coverage-name">
          {name}
        </FocusButton>
        <span className="coverage-quiet">
          {n(area.workloads)`${area.workloads} workload|${area.workloads} workloads`}
          {' · '}
          {n(area.policies)`${area.policies} policy|${area.policies} policies`}
        </span>
      </div>
      <div className="coverage-marks">
        <DirectionMark namespace={name} direction="ingress" coverage={area.ingress} />
        <DirectionMark namespace={name} direction="egress" coverage={area.egress} />
      </div>
      <FocusButton focus={{ kind: 'into', namespace: name }} className="coverage-pairs">
        <ShareBar counts={into} />
        <span>{pairsPhrase(into, 'into it')}</span>
      </FocusButton>
      {unselected.count > 0 && (
        <FocusButton focus={{ kind: 'unselected', namespace: name }} className="coverage-free">
          {n(
            unselected.count,
          )`${unselected.count} workload no policy selects|${unselected.count} workloads no policy selects`}
        </FocusButton>
      )}
      <details className="coverage-more">
        <summary aria-label={t`More about ${name}`}>{t`More`}</summary>
        <dl>
          <dt>{t`Out of it`}</dt>
          <dd>{pairsPhrase(outOf, 'out of it')}</dd>
          <dt>{t`From outside`}</dt>
          <dd>{pairsPhrase(fromOutside, 'from outside')}</dd>
          <dt>{t`To outside`}</dt>
          <dd>{pairsPhrase(toOutside, 'to outside')}</dd>
        </dl>
        {unselected.count > 0 && (
          <>
            <h4>{t`No policy selects`}</h4>
            <WorkloadList workloads={unselected} />
          </>
        )}
        {exempt.count > 0 && (
          <>
            <h4>{t`On their node’s network: policies have no effect`}</h4>
            <WorkloadList workloads={exempt} />
          </>
        )}
      </details>
    </li>
  );
});
