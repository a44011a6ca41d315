import type { Entity, EntityExplanation, EntityId, Topology } from '../engine';
import { grouped, t } from '../language/t';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { Termed } from '../ui/Term';
import { EntityFacts } from './EntityFacts';
import { EntityHead } from './EntityHead';
import { FoldFacts, type Shown } from './FoldFacts';
import { JumpButton } from './JumpButton';
import { ReachList } from './ReachList';
import { useKept } from './useKept';

interface EntityPanelProps {
  readonly id: EntityId;
  readonly drawn: Analysis;
}

/** Everything about one entity: in a sentence, its reach both ways, and who decides about it. It need not have a card. */
export function EntityPanel({ id, drawn: { topology, picture } }: EntityPanelProps) {
  const newest = useAnalysis((state) => (state.entity?.entity === id ? state.entity : null));
  const explanation = useKept(newest);
  const index = topology.entities.findIndex((entity) => entity.id === id);
  const entity = topology.entities[index] ?? explanation?.facts;
  if (!entity) return null;
  const lock = index < 0 ? (explanation?.lock ?? 0) : (picture.locks[index] ?? 0);
  return (
    <>
      <EntityHead entity={entity} lock={lock} />
      <div className="inspector-sentences" aria-busy={explanation === null}>
        {explanation?.sentences.map((sentence) => (
          <p key={sentence}>
            <Termed>{sentence}</Termed>
          </p>
        ))}
      </div>
      <FoldFacts entity={entity} shown={howShown(topology, entity)} />
      {explanation !== null && (
        <>
          <ReachList
            title={t`Can reach`}
            reach={explanation.canReach}
            side={isMany(entity) ? 'both' : 'destination'}
          />
          <ReachList
            title={t`Can be reached by`}
            reach={explanation.reachedBy}
            side={isMany(entity) ? 'both' : 'source'}
          />
          {isInside(entity) && <SelectingPolicies explanation={explanation} />}
        </>
      )}
      <EntityFacts entity={entity} />
      {explanation?.place && (
        <section className="inspector-section">
          <JumpButton place={explanation.place}>{t`Show its manifest`}</JumpButton>
        </section>
      )}
    </>
  );
}

function howShown({ entities }: Topology, { id }: Entity): Shown {
  if (entities.some((one) => one.id === id)) return 'folded';
  const isPart = (one: Entity): boolean => {
    switch (one.kind) {
      case 'pod':
        return one.workload === id || id === `Namespace/${one.namespace}`;
      case 'workload':
      case 'alike':
        return id === `Namespace/${one.namespace}`;
      case 'external':
        return id === 'outside';
      case 'namespace':
      case 'outside':
        return false;
    }
  };
  return entities.some(isPart) ? 'unfolded' : 'elsewhere';
}

/** Several ends in one: which of them a row is about must be said. */
function isMany({ kind }: Entity): boolean {
  return kind === 'namespace' || kind === 'alike' || kind === 'outside';
}

function isInside({ kind }: Entity): boolean {
  return kind !== 'external' && kind !== 'outside';
}

function SelectingPolicies({ explanation }: { readonly explanation: EntityExplanation }) {
  const { selectedBy, doubtful } = explanation;
  const isNone = selectedBy.length === 0;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        {t`Policies that select it`} <span className="inspector-count">{grouped(selectedBy.length)}</span>
      </h3>
      {isNone && doubtful.length === 0 && (
        <p className="inspector-quiet">{t`None: nothing decides about it.`}</p>
      )}
      {isNone && doubtful.length > 0 && <p className="inspector-quiet">{t`None for certain.`}</p>}
      <ul>
        {selectedBy.map((policy) => (
          <li key={`${policy.namespace}/${policy.name}`}>
            <JumpButton place={policy.place}>
              {policy.name} <span className="inspector-namespace">{policy.types.join(', ')}</span>
            </JumpButton>
          </li>
        ))}
      </ul>
      {doubtful.length > 0 && (
        <>
          <h4 className="inspector-title">{t`What may decide about it, too`}</h4>
          <ul>
            {doubtful.map(({ name, kind, place }) => (
              <li key={`${place.file} ${String(place.start)}`}>
                <JumpButton place={place}>
                  {name === '' ? t`a text that cannot be read` : name}{' '}
                  <span className="inspector-namespace">{kind}</span>
                </JumpButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
