import type { Entity, EntityId, PairExplanation } from '../engine';
import { t } from '../language/t';
import { useAnalysis } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Gate } from './Gate';
import { gateState, pathLines } from './gates';
import { kindName, nameInId, namespaceName } from './naming';

/** The way of a connection from top to bottom: source, egress gate, ingress gate, destination. */
export function GateTrace({ pair }: { readonly pair: PairExplanation }) {
  const [first, second, third] = pathLines(pair);
  const { source, destination } = pair;
  return (
    <ol className="inspector-path" aria-label={t`How it is decided`}>
      <Station id={source} line={first} />
      <Gate
        side={pair.egress}
        state={gateState(pair.egress, pair.tone)}
        of={nameInId(source).name}
        line={second}
      />
      <Gate
        side={pair.ingress}
        state={gateState(pair.ingress, pair.tone)}
        of={nameInId(destination).name}
        line={third}
      />
      <Station id={destination} line={null} />
    </ol>
  );
}

function Station({ id, line }: { readonly id: EntityId; readonly line: string | null }) {
  const entity = useAnalysis(({ drawn }) => drawn?.topology.entities.find((one) => one.id === id));
  const { name, namespace } = entity ? { name: entity.name, namespace: namespaceName(entity) } : nameInId(id);
  return (
    <li className="inspector-stop" data-station="" data-line={line}>
      <span className="inspector-dot" aria-hidden />
      <button
        type="button"
        className="inspector-card"
        onClick={() => {
          viewStore.getState().select({ kind: 'entity', entity: id });
        }}
      >
        <span className="inspector-card-name">{name}</span>
        <span className="inspector-namespace">{whatItIs(entity, namespace)}</span>
      </button>
    </li>
  );
}

/** `Deployment in shop`, as much of it as is known. */
function whatItIs(entity: Entity | undefined, namespace: string | null): string {
  if (namespace === null) return entity ? kindName(entity) : '';
  return entity ? t`${kindName(entity)} in ${namespace}` : t`in ${namespace}`;
}
