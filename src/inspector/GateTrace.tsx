import type { Entity, PairExplanation } from '../engine';
import { viewStore } from '../state/viewStore';
import { Gate } from './Gate';
import { gateState, pathLines } from './gates';
import { kindName, namespaceName } from './naming';

interface GateTraceProps {
  readonly pair: PairExplanation;
  readonly source: Entity;
  readonly destination: Entity;
}

/** The way of a connection from top to bottom: source, egress gate, ingress gate, destination. */
export function GateTrace({ pair, source, destination }: GateTraceProps) {
  const [first, second, third] = pathLines(pair);
  return (
    <ol className="inspector-path" aria-label="How it is decided">
      <Station entity={source} line={first} />
      <Gate side={pair.egress} state={gateState(pair.egress, pair.tone)} of={source.name} line={second} />
      <Gate
        side={pair.ingress}
        state={gateState(pair.ingress, pair.tone)}
        of={destination.name}
        line={third}
      />
      <Station entity={destination} line={null} />
    </ol>
  );
}

function Station({ entity, line }: { readonly entity: Entity; readonly line: string | null }) {
  const namespace = namespaceName(entity);
  return (
    <li className="inspector-stop" data-station="" data-line={line}>
      <span className="inspector-dot" aria-hidden />
      <button
        type="button"
        className="inspector-card"
        onClick={() => {
          viewStore.getState().select({ kind: 'entity', entity: entity.id });
        }}
      >
        <span className="inspector-card-name">{entity.name}</span>
        <span className="inspector-namespace">
          {kindName(entity)}
          {namespace !== null && ` in ${namespace}`}
        </span>
      </button>
    </li>
  );
}
