import type { SomeEnds } from '../engine';
import { grouped, t } from '../language/t';
import { viewStore } from '../state/viewStore';

interface OtherEndsProps {
  readonly title: string;
  readonly ends: SomeEnds;
  /** They are in the picture, so they can be selected. */
  readonly isThere: boolean;
}

/** Workloads that only one of the two states has. */
export function OtherEnds({ title, ends: { count, first }, isThere }: OtherEndsProps) {
  if (count === 0) return null;
  return (
    <section className="comparison-section">
      <h3 className="comparison-title">
        {title} <span className="comparison-quiet">{grouped(count)}</span>
      </h3>
      <ul className="comparison-list" aria-label={title}>
        {first.map(({ id, name, namespace }) => {
          const words = (
            <span>
              {name} <span className="comparison-quiet">{namespace}</span>
            </span>
          );
          return (
            <li key={id}>
              {isThere ? (
                <button
                  type="button"
                  className="comparison-row"
                  onClick={() => {
                    viewStore.getState().select({ kind: 'entity', entity: id });
                  }}
                >
                  {words}
                </button>
              ) : (
                <span className="comparison-row">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
      {count > first.length && (
        <p className="comparison-quiet">{t`and ${grouped(count - first.length)} more`}</p>
      )}
    </section>
  );
}
