import { UnfoldVertical } from 'lucide-react';
import type { Entity, EntityId } from '../engine';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { nameInId } from './naming';

interface FoldFactsProps {
  readonly entity: Entity;
  /** Without a card it is unfolded already, or in something that is folded. */
  readonly hasCard: boolean;
}

/** What is folded into an entity, and the button that opens or closes it; nothing for an entity by itself. */
export function FoldFacts({ entity, hasCard }: FoldFactsProps) {
  const { unfold, fold } = viewStore.getState();
  const turn = hasCard ? unfold : fold;
  switch (entity.kind) {
    case 'workload':
      return entity.podCount > 1 && entity.workloadKind !== 'Pod' ? (
        <Turn
          turn={turn}
          id={entity.id}
          words={hasCard ? `Show its ${String(entity.podCount)} pods` : 'Show it as one card'}
        />
      ) : null;
    case 'namespace':
      return (
        <>
          <p className="inspector-quiet">
            {counted(entity.workloads, 'workload')}, {counted(entity.pods, 'pod')}
          </p>
          <Turn turn={turn} id={entity.id} words={hasCard ? 'Show its workloads' : 'Show it as one card'} />
        </>
      );
    case 'alike':
      return (
        <>
          <Members ids={entity.members} />
          {hasCard && (
            <Turn
              turn={unfold}
              id={entity.id}
              words={`Show all ${String(entity.members.length)} by themselves`}
            />
          )}
        </>
      );
    case 'outside':
      return entity.groups > 1 ? (
        <Turn
          turn={turn}
          id={entity.id}
          words={hasCard ? `Show the ${String(entity.groups)} groups of addresses` : 'Show it as one card'}
        />
      ) : null;
    case 'pod':
      return <Members ids={[entity.workload]} title="Belongs to" />;
    case 'external':
      return null;
  }
}

interface TurnProps {
  readonly turn: (id: EntityId) => void;
  readonly id: EntityId;
  readonly words: string;
}

function Turn({ turn, id, words }: TurnProps) {
  return (
    <section className="inspector-section">
      <Button
        look="outlined"
        onClick={() => {
          turn(id);
        }}
      >
        <UnfoldVertical aria-hidden />
        {words}
      </Button>
    </section>
  );
}

const FIRST_MEMBERS = 40;

function Members({
  ids,
  title = 'Workloads',
}: {
  readonly ids: readonly EntityId[];
  readonly title?: string;
}) {
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        {title} {ids.length > 1 && <span className="inspector-count">{ids.length}</span>}
      </h3>
      <ul>
        {ids.slice(0, FIRST_MEMBERS).map((id) => (
          <li key={id}>
            <button
              type="button"
              className="inspector-row"
              onClick={() => {
                viewStore.getState().select({ kind: 'entity', entity: id });
              }}
            >
              <span className="inspector-row-words">{nameInId(id).name}</span>
            </button>
          </li>
        ))}
        {ids.length > FIRST_MEMBERS && (
          <li className="inspector-quiet">and {ids.length - FIRST_MEMBERS} more</li>
        )}
      </ul>
    </section>
  );
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
