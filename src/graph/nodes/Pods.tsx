import { ChevronDown } from 'lucide-react';
import type { WorkloadEntity } from '../../engine';
import { viewStore } from '../../state/viewStore';

interface PodsButtonProps {
  readonly entity: WorkloadEntity;
  readonly expanded: boolean;
}

/** How many there are; opens the list of pods where they are known by name. */
export function PodsButton({ entity, expanded }: PodsButtonProps) {
  const count = `×${String(Math.max(entity.replicas, entity.pods.length))}`;
  if (entity.pods.length === 0)
    return entity.replicas > 1 ? <span className="graph-count">{count}</span> : null;
  if (entity.workloadKind === 'Pod') return null;
  return (
    <button
      type="button"
      className="graph-count nodrag nopan"
      aria-expanded={expanded}
      aria-label={`Pods of ${entity.name}: ${String(entity.pods.length)}`}
      onClick={(event) => {
        event.stopPropagation();
        viewStore.getState().toggleExpanded(entity.id);
      }}
      onKeyDown={(event) => {
        // Enter on the button lists the pods; it does not also select the card.
        event.stopPropagation();
      }}
    >
      {count}
      <ChevronDown aria-hidden size={11} />
    </button>
  );
}

/** The pods folded into the card, hanging below it so that nothing else moves. */
export function PodList({ entity: { pods } }: Pick<PodsButtonProps, 'entity'>) {
  return (
    <ul className="graph-pods nowheel nodrag">
      {pods.map((pod) => (
        <li key={pod}>{pod}</li>
      ))}
    </ul>
  );
}
