import { Tone, type Answer, type Entity, type EntityId } from '../engine';
import { t } from '../language/t';
import type { Lens } from '../state/lensStore';
import type { Direction } from './words';

/** What of the coverage is shown in the picture. */
export type Focus =
  | { readonly kind: 'namespace'; readonly namespace: string }
  /** What is open in one direction. */
  | { readonly kind: 'open'; readonly namespace: string; readonly direction: Direction }
  | { readonly kind: 'into'; readonly namespace: string }
  /** Workloads that no policy selects; namespace null: of the whole cluster. */
  | { readonly kind: 'unselected'; readonly namespace: string | null };

/** What the picture shows, for people. */
export function focusLabel(focus: Focus): string {
  switch (focus.kind) {
    case 'namespace':
      return t`namespace ${focus.namespace}`;
    case 'open':
      return focus.direction === 'ingress'
        ? t`what is open for ingress in ${focus.namespace}`
        : t`what is open for egress in ${focus.namespace}`;
    case 'into':
      return t`what can reach ${focus.namespace}`;
    case 'unselected':
      return focus.namespace === null
        ? t`workloads that no policy selects`
        : t`workloads of ${focus.namespace} that no policy selects`;
  }
}

/** The lens for it, over the cards of one picture. `unselected`: ids of the workloads, when the focus is on those. */
export function focusLens(
  focus: Focus,
  { topology, picture }: Pick<Answer, 'topology' | 'picture'>,
  unselected: ReadonlySet<EntityId>,
): Lens {
  const { entities } = topology;
  const only = (isMeant: (entity: Entity, index: number) => boolean): ReadonlySet<EntityId> =>
    new Set(entities.filter(isMeant).map(({ id }) => id));
  const base = { label: focusLabel(focus), pairs: null, rest: 'dimmed' } as const;
  switch (focus.kind) {
    case 'namespace':
      return { ...base, entities: only((entity) => namespaceOf(entity) === focus.namespace) };
    case 'open': {
      const at = focus.direction === 'ingress' ? 0 : 1;
      return {
        ...base,
        entities: only(
          (entity, index) =>
            namespaceOf(entity) === focus.namespace &&
            (picture.isolated[index * 2 + at] ?? 0) < closableIn(entity),
        ),
      };
    }
    case 'into':
      return {
        ...base,
        entities: only((entity) => namespaceOf(entity) === focus.namespace),
        cells: { topology: topology.id, concerned: passingInto(focus.namespace, { topology, picture }) },
      };
    case 'unselected':
      return { ...base, entities: only((entity) => isAmong(unselected, entity)) };
  }
}

function passingInto(
  namespace: string,
  { topology: { entities }, picture: { tones, passing } }: Pick<Answer, 'topology' | 'picture'>,
): Uint8Array {
  const size = entities.length;
  return Uint8Array.from(tones, (tone, cell) => {
    const destination = entities[cell % size];
    const isInto = destination !== undefined && namespaceOf(destination) === namespace;
    return Number(isInto && tone !== Tone.none && ((passing[cell] ?? 0) > 0 || tone === Tone.unknown));
  });
}

function namespaceOf(entity: Entity): string | null {
  return entity.kind === 'external' || entity.kind === 'outside' ? null : entity.namespace;
}

/** How many of what a card stands for policies could close. */
function closableIn(entity: Entity): number {
  switch (entity.kind) {
    case 'workload':
    case 'pod':
      return entity.hostNetwork ? 0 : 1;
    case 'alike':
      return entity.members.length;
    case 'namespace':
      return entity.workloads;
    case 'external':
    case 'outside':
      return 0;
  }
}

function isAmong(ids: ReadonlySet<EntityId>, entity: Entity): boolean {
  switch (entity.kind) {
    case 'workload':
      return ids.has(entity.id);
    case 'pod':
      return ids.has(entity.workload) || ids.has(entity.id);
    case 'alike':
      return entity.members.some((id) => ids.has(id));
    case 'namespace':
      return [...ids].some((id) => id.split('/')[1] === entity.namespace);
    case 'external':
    case 'outside':
      return false;
  }
}
