import type { Entity, EntityId } from '../engine';
import { viewStore } from '../state/viewStore';
import { hasPods } from './layout/cardSize';
import { frameOf } from './layout/kins';
import { paneStore } from './paneStore';

/** Opens a card into its parts; looks at them when told to, or when they would be too small to be read. */
export function unfoldEntity(entity: EntityId, look: 'always' | 'unread' = 'unread'): void {
  paneStore.setState({ target: { entity, look }, entered: entity });
  viewStore.getState().unfold(entity);
}

/** Closes the parts to one card. What was selected among them is told by the card. */
export function foldEntity(entity: EntityId): void {
  paneStore.setState({ target: null, entered: null });
  viewStore.getState().fold(entity);
}

/** After what the keyboard opened or closed, whose card goes with the focus on it. */
export function keepFocus(entity: EntityId): void {
  paneStore.setState({ refocus: { entity, at: performance.now() } });
}

/** Has it parts that can have cards of their own? */
export function isFold(entity: Entity): boolean {
  switch (entity.kind) {
    case 'namespace':
    case 'alike':
      return true;
    case 'outside':
      return entity.groups > 1;
    case 'workload':
      return hasPods(entity);
    case 'pod':
    case 'external':
      return false;
  }
}

/** What closes when the card of an entity is closed: that of which it is a part. Null: nothing. */
export function wholeOf(entity: Entity): EntityId | null {
  switch (entity.kind) {
    case 'pod':
      return entity.workload;
    case 'workload': {
      const group = `alike/${entity.namespace}/${entity.id}`;
      return viewStore.getState().view.unfolded.includes(group) ? group : frameOf(entity.namespace);
    }
    case 'alike':
      return frameOf(entity.namespace);
    case 'external':
      return 'outside';
    case 'namespace':
    case 'outside':
      return null;
  }
}
