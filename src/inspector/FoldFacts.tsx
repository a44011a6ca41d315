import { FoldVertical, UnfoldVertical } from 'lucide-react';
import type { Entity, EntityId } from '../engine';
import { grouped, n, t } from '../language/t';
import { idleNote, idleWords } from '../state/copies';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { nameInId } from './naming';

/** How an entity with parts is shown: as one card, as its parts, or folded into something else. */
export type Shown = 'folded' | 'unfolded' | 'elsewhere';

interface FoldFactsProps {
  readonly entity: Entity;
  readonly shown: Shown;
}

/** What is folded into an entity, and the button that opens or closes it; nothing for an entity by itself. */
export function FoldFacts({ entity, shown }: FoldFactsProps) {
  const turn = (words: string) => <Turn id={entity.id} shown={shown} words={words} />;
  switch (entity.kind) {
    case 'workload':
      return entity.podCount > 1 && entity.workloadKind !== 'Pod'
        ? turn(n(entity.podCount)`Show its ${entity.podCount} pod|Show its ${entity.podCount} pods`)
        : null;
    case 'namespace': {
      const idle = idleNote(entity);
      return (
        <>
          <p className="inspector-quiet">
            {n(entity.workloads)`${entity.workloads} workload|${entity.workloads} workloads`},{' '}
            {n(entity.pods)`${entity.pods} pod|${entity.pods} pods`}
            {idle !== null && `, ${idle}`}
          </p>
          {turn(t`Show its workloads`)}
        </>
      );
    }
    case 'alike':
      return (
        <>
          <Members ids={entity.members} idle={entity.idle} />
          {shown === 'folded' && turn(t`Show all ${grouped(entity.members.length)} by themselves`)}
        </>
      );
    case 'outside':
      return entity.groups > 1
        ? turn(
            n(
              entity.groups,
            )`Show the ${entity.groups} group of addresses|Show the ${entity.groups} groups of addresses`,
          )
        : null;
    case 'pod':
      return <Members ids={[entity.workload]} title={t`Belongs to`} />;
    case 'external':
      return null;
  }
}

interface TurnProps {
  readonly id: EntityId;
  readonly shown: Shown;
  /** What opening it shows. */
  readonly words: string;
}

function Turn({ id, shown, words }: TurnProps) {
  if (shown === 'elsewhere') return null;
  const { unfold, fold } = viewStore.getState();
  return (
    <section className="inspector-section">
      <Button
        look="outlined"
        onClick={() => {
          if (shown === 'folded') unfold(id);
          else fold(id);
        }}
      >
        {shown === 'folded' ? <UnfoldVertical aria-hidden /> : <FoldVertical aria-hidden />}
        {shown === 'folded' ? words : t`Show it as one card`}
      </Button>
    </section>
  );
}

const FIRST_MEMBERS = 40;

function Members({
  ids,
  idle = [],
  title = t`Workloads`,
}: {
  readonly ids: readonly EntityId[];
  /** Those of them that are scaled to 0. */
  readonly idle?: readonly EntityId[];
  readonly title?: string;
}) {
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">
        {title} {ids.length > 1 && <span className="inspector-count">{grouped(ids.length)}</span>}
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
              {idle.includes(id) && <span className="inspector-quiet">{idleWords()}</span>}
            </button>
          </li>
        ))}
        {ids.length > FIRST_MEMBERS && (
          <li className="inspector-quiet">{t`and ${grouped(ids.length - FIRST_MEMBERS)} more`}</li>
        )}
      </ul>
    </section>
  );
}
