import { useEffect } from 'react';
import type { EntityId, Topology } from '../engine';
import { paneStore } from './paneStore';
import { homesOf } from './picture/focus';

/** From a key to what it opened, in milliseconds, at most. */
const WITHIN = 3000;

/** Where the card went that had the focus, the first one that stands in its place gets it as soon as it can be seen. */
export function useRefocus(topology: Topology, nodes: readonly { readonly id: string }[]): void {
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      const { refocus } = paneStore.getState();
      if (refocus === null) return;
      // React Flow draws after this picture is made: until then the card is still there.
      const { activeElement: before, body } = document;
      if (before === body) firstOf(refocus.entity)?.focus();
      const isDone =
        before === body ? document.activeElement !== body : !before?.closest('.react-flow__node');
      if (isDone || performance.now() - refocus.at > WITHIN) paneStore.setState({ refocus: null });
      else frame = requestAnimationFrame(follow);
    };
    const firstOf = (entity: EntityId): HTMLElement | null => {
      const ids = homesOf(topology, entity).map((index) => topology.entities[index]?.id);
      const first = nodes.find(({ id }) => ids.includes(id))?.id ?? '';
      return document.querySelector(`.react-flow__node[data-id="${CSS.escape(first)}"]`);
    };
    follow();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [topology, nodes]);
}
