import type { ChangedPolicy } from '../engine';
import { grouped, t } from '../language/t';
import { viewStore } from '../state/viewStore';
import { policyChange, policyName } from './words';

interface ChangedPoliciesProps {
  readonly policies: readonly ChangedPolicy[];
  /** Some connection is not as before. */
  readonly isChanged: boolean;
}

const FIRST_POLICIES = 200;

/** The policies that say something else, each with a way to its text. */
export function ChangedPolicies({ policies, isChanged }: ChangedPoliciesProps) {
  if (policies.length === 0) {
    return isChanged ? (
      <p className="comparison-quiet">{t`No policy says anything else than before.`}</p>
    ) : null;
  }
  return (
    <section className="comparison-section">
      <h3 className="comparison-title">
        {t`Policies`} <span className="comparison-quiet">{grouped(policies.length)}</span>
      </h3>
      <ul className="comparison-list" aria-label={t`Policies`}>
        {policies.slice(0, FIRST_POLICIES).map((policy) => (
          <li key={`${policy.kind} ${policyName(policy)}`}>
            <PolicyRow policy={policy} />
          </li>
        ))}
      </ul>
      {policies.length > FIRST_POLICIES && (
        <p className="comparison-quiet">{t`and ${grouped(policies.length - FIRST_POLICIES)} more`}</p>
      )}
    </section>
  );
}

function PolicyRow({ policy }: { readonly policy: ChangedPolicy }) {
  const { change, kind, place } = policy;
  const words = (
    <>
      {policyName(policy)}{' '}
      <span className="comparison-quiet">
        {kind === 'NetworkPolicy' ? '' : `${kind}, `}
        {policyChange(change)}
      </span>
    </>
  );
  if (place === null) return <span className="comparison-row">{words}</span>;
  return (
    <button
      type="button"
      className="comparison-row"
      title={t`Show it in the text`}
      onClick={() => {
        viewStore.getState().revealPlace(place);
      }}
    >
      <span>{words}</span>
    </button>
  );
}
