import { getViewportForBounds, useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useEffectEvent } from 'react';
import type { Selection } from '../state/viewStore';
import { contains } from './geometry/box';
import { paneStore } from './paneStore';

const PADDING = 0.05;
const NEAREST = 1.25;
const FARTHEST = 0.1;
const FIT = { padding: PADDING, maxZoom: NEAREST, minZoom: FARTHEST };
/** Below this zoom words cannot be read: better to show the selected part. */
const READABLE = 0.45;

/**
 * The viewport is the user's: it is moved when the picture was laid out afresh (another workspace, another level), when
 * the pane changes its size, and by the returned function; never by an edit.
 */
export function useFit(origin: string | null, selection: Selection): () => void {
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (origin === null) return;
    const { target } = paneStore.getState();
    paneStore.setState({ target: null, everything: false, fitted: target === null });
    void fitView(target === null ? FIT : { ...FIT, nodes: [{ id: target }], maxZoom: 1 });
  }, [origin, fitView]);
  useKeepInSight(selection);
  return useCallback(() => {
    paneStore.setState({ fitted: true });
    void fitView(FIT);
  }, [fitView]);
}

/** When the pane changes its size, a picture that filled it still does; else what is selected stays in sight. */
function useKeepInSight(selection: Selection): void {
  const { fitView, getNodes, getNodesBounds, getViewport, setCenter } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // Only a change of size moves the viewport: a selection alone does not.
  const keepInSight = useEffectEvent((width: number, height: number) => {
    const { zoom } = getViewportForBounds(
      getNodesBounds(getNodes()),
      width,
      height,
      FARTHEST,
      NEAREST,
      PADDING,
    );
    if (paneStore.getState().fitted && zoom >= READABLE) {
      void fitView(FIT);
      return;
    }
    const ends = endsOf(selection);
    const selected = getNodes().filter((node) => ends.includes(node.id));
    if (selected.length === 0) return;
    const box = getNodesBounds(selected);
    const view = getViewport();
    const seen = {
      x: -view.x / view.zoom,
      y: -view.y / view.zoom,
      width: width / view.zoom,
      height: height / view.zoom,
    };
    if (contains(seen, box) && contains(seen, { x: box.x + box.width, y: box.y + box.height })) return;
    void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: view.zoom });
  });
  useEffect(() => {
    if (width > 0 && height > 0) keepInSight(width, height);
  }, [width, height]);
}

function endsOf(selection: Selection): readonly string[] {
  switch (selection.kind) {
    case 'nothing':
      return [];
    case 'entity':
      return [selection.entity];
    case 'pair':
      return [selection.source, selection.destination];
  }
}
