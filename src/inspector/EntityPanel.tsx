import type { Entity, EntityExplanation } from '../engine';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { EntityFacts } from './EntityFacts';
import { EntityHead } from './EntityHead';
import { JumpButton } from './JumpButton';
import { reachOf } from './reach';
import { ReachList } from './ReachList';
import { useKept } from './useKept';

/** Everything about one entity of the picture: in a sentence, its reach both ways, and who decides about it. */
export function EntityPanel({ entity, drawn }: { readonly entity: Entity; readonly drawn: Analysis }) {
  const newest = useAnalysis((state) => (state.entity?.entity === entity.id ? state.entity : null));
  const explanation = useKept(newest);
  const { topology, picture } = drawn;
  return (
    <>
      <EntityHead entity={entity} lock={picture.locks[topology.entities.indexOf(entity)] ?? 0} />
      <div className="inspector-sentences" aria-busy={explanation === null}>
        {explanation?.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ReachList title="Can reach" reach={reachOf(topology, picture, entity.id, 'out')} />
      <ReachList title="Can be reached by" reach={reachOf(topology, picture, entity.id, 'in')} />
      {entity.kind === 'workload' && explanation !== null && <SelectingPolicies explanation={explanation} />}
      <EntityFacts entity={entity} />
      {explanation?.place && (
        <section className="inspector-section">
          <JumpButton place={explanation.place}>Show its manifest</JumpButton>
        </section>
      )}
    </>
  );
}

function SelectingPolicies({ explanation }: { readonly explanation: EntityExplanation }) {
  const { selectedBy } = explanation;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        Policies that select it <span className="inspector-count">{selectedBy.length}</span>
      </h3>
      {selectedBy.length === 0 && <p className="inspector-quiet">None: nothing decides about it.</p>}
      <ul>
        {selectedBy.map((policy) => (
          <li key={`${policy.namespace}/${policy.name}`}>
            <JumpButton place={policy.place}>
              {policy.name} <span className="inspector-namespace">{policy.types.join(', ')}</span>
            </JumpButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
