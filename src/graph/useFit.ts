import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useStore as useZustand } from 'zustand';
import type { Level } from '../engine';
import type { Selection } from '../state/viewStore';
import { around, centreOf, contains, overlap, type Box } from './geometry/box';
import { boundsOf } from './geometry/curve';
import { paneStore } from './paneStore';
import type { Flow, PictureNode } from './picture/looks';
import { boxOf } from './picture/placed';
import { FIT, FIT_ENTERED, fitting, useShow, wayTime, type Showing } from './useShow';

/** Below this zoom words cannot be read: better to show the selected part. */
const READABLE = 0.36;
const WAY = 300;
/** From a click to what it opens beside the picture, at most; and between the two clicks of a double one. */
const OPENED_WITHIN = 2000;
const DOUBLE_CLICK = 400;
/** What a workload was opened into is small. */
const NEAR_PODS = 2.2;

interface FitWishes {
  /** Changes when the picture was laid out afresh. */
  readonly origin: string | null;
  readonly isLaidOut: boolean;
  readonly level: Level;
  /** Told when all of it is shown. */
  readonly onShown: () => void;
  readonly flow: Flow;
  readonly selection: Selection;
  /** Names on a map can be read when all of it is seen. */
  readonly onMap: boolean;
}

/**
 * The viewport is the user's: it is moved when the picture was laid out afresh (another workspace, another level), when
 * the pane changes its size, when the user goes into something, and by the returned function; never by an edit.
 */
export function useFit({ origin, isLaidOut, level, onShown, flow, selection, onMap }: FitWishes): () => void {
  const show = useShow();
  const store = useStoreApi();
  const showAll = useCallback(() => {
    const { width, height } = store.getState();
    show(extentOf(flow), fillingOf(flow, width, height));
  }, [show, store, flow]);
  const startAfresh = useEffectEvent(() => {
    paneStore.setState({ everything: false, fitted: true, laidOut: true });
    showAll();
    onShown();
  });
  useEffect(() => {
    if (origin !== null) startAfresh();
  }, [origin]);
  // On a map the levels have their territories in common, and more stands beside them.
  const shown = useRef(level);
  const showLevel = useEffectEvent(() => {
    if (shown.current !== level && paneStore.getState().fitted) showAll();
    shown.current = level;
  });
  useEffect(() => {
    if (isLaidOut) showLevel();
  }, [isLaidOut, level]);
  useGoThere(flow.nodes);
  useKeepInSight({ isLaidOut, flow, selection, onMap });
  return useCallback(() => {
    paneStore.setState({ fitted: true });
    showAll();
  }, [showAll]);
}

/** What lies over the pane, in pixels: the buttons at the bottom left, and where one is at the top left. */
const BUTTONS = { width: 46, height: 132 };
const CRUMBS = { x: 0, y: 0, width: 84, height: 34 };

/** How all of a picture fills a pane of this size, with no card below what lies over it. */
function fillingOf(flow: Flow, width: number, height: number): Showing {
  const { x, y, zoom } = fitting(extentOf(flow), width, height, FIT);
  const isUnder = (corner: Box): boolean =>
    flow.nodes.some((node) => {
      const box = boxOf(node);
      const seen = { x: box.x * zoom + x, y: box.y * zoom + y };
      const isCard = !['frame', 'title', 'pods'].includes(node.type);
      return isCard && overlap({ ...seen, width: box.width * zoom, height: box.height * zoom }, corner);
    });
  const { padding } = FIT;
  const left = isUnder({ x: 0, y: height - BUTTONS.height, ...BUTTONS }) ? '54px' : padding;
  const top = isUnder(CRUMBS) ? '40px' : padding;
  return { ...FIT, padding: { left, top, right: padding, bottom: padding } };
}

/** What the picture takes up: a line may go around the outermost card. */
const extentOf = ({ nodes, edges }: Flow): Box =>
  around([...nodes.map(boxOf), ...edges.map(({ data }) => boundsOf(data.curve))]);

/** Moves the viewport to what was gone into, as soon as it is drawn. */
function useGoThere(nodes: readonly PictureNode[]): void {
  const { getZoom } = useReactFlow();
  const show = useShow();
  const target = useZustand(paneStore, (state) => state.target);
  useEffect(() => {
    if (target === null) return;
    const { entity, look } = target;
    const there = nodes.find(
      ({ id, type }) => id === `frame ${entity}` || (id === entity && (type === 'pods' || look === 'always')),
    );
    if (there === undefined) return;
    const isPods = there.type === 'pods';
    const isFold = there.type === 'namespace' || there.type === 'alike' || there.type === 'outside';
    // A card that is still folded is about to open.
    if (isFold) return;
    paneStore.setState({ target: null });
    if (look === 'unread' && getZoom() >= (isPods ? 1 : READABLE)) return;
    paneStore.setState({ fitted: false });
    show(boxOf(there), { maxZoom: isPods ? NEAR_PODS : 1.1, padding: FIT_ENTERED, duration: wayTime(WAY) });
  }, [target, nodes, show, getZoom]);
}

/** When the pane changes its size, a picture that filled it still does; else what is selected stays in sight. */
function useKeepInSight({
  isLaidOut,
  flow,
  selection,
  onMap,
}: Pick<FitWishes, 'isLaidOut' | 'flow' | 'selection' | 'onMap'>): void {
  const { getViewport, setCenter } = useReactFlow();
  const show = useShow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // Only a change of size moves the viewport: a selection alone does not.
  const keepInSight = useEffectEvent((width: number, height: number) => {
    const { entered, pickedAt } = paneStore.getState();
    if (entered !== null && performance.now() - pickedAt < OPENED_WITHIN) {
      // The way there was found before something opened beside the picture.
      paneStore.setState({ target: { entity: entered, look: 'always' } });
      return;
    }
    const all = extentOf(flow);
    const { zoom } = fitting(all, width, height, FIT);
    if (paneStore.getState().fitted && (zoom >= READABLE || onMap || selection.kind === 'nothing')) {
      show(all, fillingOf(flow, width, height));
      return;
    }
    const ends = endsOf(selection);
    const selected = flow.nodes.filter((node) => ends.includes(node.id));
    if (selected.length === 0) return;
    const box = around(selected.map(boxOf));
    const view = getViewport();
    const seen = {
      x: -view.x / view.zoom,
      y: -view.y / view.zoom,
      width: width / view.zoom,
      height: height / view.zoom,
    };
    if (contains(seen, box) && contains(seen, { x: box.x + box.width, y: box.y + box.height })) return;
    const { x, y } = centreOf(box);
    void setCenter(x, y, { zoom: view.zoom });
  });
  const done = useRef('');
  useEffect(() => {
    const size = `${String(width)} ${String(height)}`;
    // What has no place yet would not be kept in sight.
    if (width === 0 || height === 0 || !isLaidOut || done.current === size) return;
    // What a click has opened beside the picture must not move a card away from under a second click.
    const isPicked = performance.now() - paneStore.getState().pickedAt < OPENED_WITHIN;
    const timer = setTimeout(
      () => {
        done.current = size;
        keepInSight(width, height);
      },
      isPicked ? DOUBLE_CLICK : 0,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [width, height, isLaidOut]);
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
