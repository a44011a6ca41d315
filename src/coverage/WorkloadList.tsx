import type { Counted, EndRef } from '../engine';
import { grouped, t } from '../language/t';
import { viewStore } from '../state/viewStore';

interface WorkloadListProps {
  readonly workloads: Counted<EndRef & { readonly isPart?: boolean }>;
}

/** Workloads by name; a click selects one in the picture. */
export function WorkloadList({ workloads: { count, first } }: WorkloadListProps) {
  return (
    <ul className="coverage-list">
      {first.map(({ id, name, namespace, isPart }) => (
        <li key={id}>
          <button
            type="button"
            className="coverage-row"
            onClick={() => {
              viewStore.getState().select({ kind: 'entity', entity: id });
            }}
          >
            {name} <span className="coverage-quiet">{namespace}</span>
            {isPart === true && <span className="coverage-quiet"> {t`some of its pods`}</span>}
          </button>
        </li>
      ))}
      {count > first.length && (
        <li className="coverage-quiet">{t`and ${grouped(count - first.length)} more that are only counted`}</li>
      )}
    </ul>
  );
}
