import { useStore as useFlowStore } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Changes, Topology } from '../engine';
import type { Analysis } from '../state/analysisStore';
import { useView } from '../state/hooks';
import type { Seen } from '../state/seen';
import { useSeen } from '../state/useSeen';
import type { Stroke } from './background/strokes';
import { useStrokes } from './background/useStrokes';
import { around } from './geometry/box';
import { framesOf } from './layout/frames';
import { kinsOf } from './layout/kins';
import type { Plan } from './layout/input';
import { slotOf } from './layout/territory';
import { useLayout } from './layout/useLayout';
import { paneStore } from './paneStore';
import { edgesToDraw, isCrowded, markedMost, type PairCounts } from './picture/edgesToDraw';
import { focusOf, homesOf, isFocused, noFocus, seenFocus, type Focus } from './picture/focus';
import { foldsHubs, hubGlyphs, hubsOf } from './picture/hubs';
import type { Flow } from './picture/looks';
import { nowhere, placesOf, type Places } from './picture/places';
import { isMap } from './picture/scene';
import { namesOf } from './picture/sentences';
import { sightAt, type Sight } from './picture/sight';
import { noChanges, recentChanges } from './picture/recentChanges';
import { surveyOf } from './picture/survey';
import { createRouter, createToFlow } from './picture/toFlow';
import { useDrag, type Drag } from './useDrag';
import { FIT, fitting } from './useShow';

const NOTHING: Flow = { nodes: [], edges: [] };

interface DrawnScene {
  readonly flow: Flow;
  readonly background: readonly Stroke[];
  /** Something is selected, or a lens stresses something: the background steps back. */
  readonly focused: boolean;
  readonly plan: Plan;
  readonly sight: Sight;
  readonly counts: PairCounts;
  readonly seen: Seen | null;
  /** Something was just changed; the other word after every edit. Null: nothing. */
  readonly news: 'even' | 'odd' | null;
  /** How many hubs there are, and whether they are glyphs. */
  readonly hubs: { readonly count: number; readonly folded: boolean };
  readonly drag: Drag;
  /** Changes when the picture was laid out afresh. */
  readonly origin: string | null;
  /** Everything has its place: nothing waits for the layout. */
  readonly isLaidOut: boolean;
  /** To be told when all of it is shown. */
  readonly onShown: () => void;
  readonly tidy: () => void;
}

/** From the newest drawable answer, what it changed and what the user points at to what React Flow draws. */
export function useScene(answer: Analysis, news: Changes | null): DrawnScene {
  const { topology, workspace } = answer;
  const kins = useMemo(() => kinsOf(topology), [topology]);
  const input = useMemo(() => framesOf(topology, kins, workspace), [topology, kins, workspace]);
  const { layout, isCurrent, tidy } = useLayout(input);
  const origin = layout?.origin ?? null;
  const slot = useMemo(() => slotOf(topology), [topology]);
  const drag = useDrag();
  const places = useMemo(
    () => (layout === null ? nowhere : placesOf({ input, layout, kins, slot, moved: drag.offsets })),
    [input, layout, kins, slot, drag.offsets],
  );
  const [shownFrom, setShownFrom] = useState<string | null>(null);
  const sight = useSight(origin === null || origin === shownFrom ? null : places);
  const { plan } = input;
  const onMap = isMap(plan);

  const kinds = useMemo(() => hubsOf(answer), [answer]);
  const folds = useMemo(() => foldsHubs(answer, kinds), [answer, kinds]);
  const wantsHubs = useStore(paneStore, (state) => state.hubs) ?? folds;
  const hubCount = kinds.filter((kind) => kind !== null).length;
  const foldsThem = wantsHubs && hubCount > 0;
  const seen = useSeen(topology);
  const survey = useMemo(
    () => surveyOf(answer, foldsThem ? Uint8Array.from(kinds, (kind) => Number(kind !== null)) : null, seen),
    [answer, kinds, foldsThem, seen],
  );

  const selection = useView((state) => state.selection);
  const pointed = useStore(paneStore, (state) => (isCrowded(survey, onMap) ? state.pointed : null));
  const focus = useMemo(() => {
    const selected = seenFocus(focusOf(selection, topology), seen);
    return isFocused(selected) ? selected : passing(pointed, topology);
  }, [selection, pointed, topology, seen]);
  const shown = useView((state) => state.shown);
  const everything = useStore(paneStore, (state) => state.everything);
  const changes = useMemo(
    () => (news === null ? noChanges : recentChanges(news, topology.entities.length, markedMost(onMap))),
    [news, topology, onMap],
  );
  const drawing = useMemo(
    () =>
      edgesToDraw(answer, survey, {
        shown,
        focus,
        everything,
        onMap,
        seen,
        changed: new Set(changes.lines.keys()),
      }),
    [answer, survey, shown, focus, everything, onMap, seen, changes],
  );
  const glyphs = useMemo(
    () => hubGlyphs(kinds, survey, drawing.drawn, namesOf(topology)),
    [kinds, survey, drawing, topology],
  );

  const unfolded = useView((state) => state.view.unfolded);
  const classroom = useView((state) => state.classroom);
  const [toFlow] = useState(createToFlow);
  const isPlaced = layout !== null;
  const flow = useMemo(
    () =>
      isPlaced
        ? toFlow({
            answer,
            drawing,
            places,
            plan,
            selection,
            focus,
            seen,
            changes,
            glyphs,
            unfolded,
            sight,
            classroom,
          })
        : NOTHING,
    [
      isPlaced,
      toFlow,
      answer,
      drawing,
      places,
      plan,
      selection,
      focus,
      seen,
      changes,
      glyphs,
      unfolded,
      sight,
      classroom,
    ],
  );
  const route = useMemo(() => createRouter(places), [places]);
  const background = useStrokes(origin, answer, drawing.background, route, onMap ? sight.scale : 1);
  return {
    flow,
    background,
    focused: !drawing.isTangle && (isFocused(focus) || (seen?.cells.includes(1) ?? false)),
    plan,
    sight,
    counts: drawing.counts,
    seen,
    news: news === null || news.pairs.length === 0 ? null : answer.revision % 2 === 0 ? 'even' : 'odd',
    hubs: { count: hubCount, folded: foldsThem },
    drag,
    origin,
    isLaidOut: isCurrent,
    onShown: () => {
      setShownFrom(origin);
    },
    tidy,
  };
}

/**
 * Drawn anew only when the zoom passes to another step. A picture laid out afresh is about to be shown as a whole: it is
 * drawn for that at once.
 */
function useSight(fresh: Places | null): Sight {
  const all = useMemo(
    () => (fresh === null ? null : around([...fresh.frames.values(), ...fresh.cards.values()])),
    [fresh],
  );
  return useFlowStore(
    ({ transform, width, height }) =>
      sightAt(all === null || width === 0 ? transform[2] : fitting(all, width, height, FIT).zoom),
    (a, b) => a.reach === b.reach && a.words === b.words && a.scale === b.scale,
  );
}

/** The card under the pointer shows its lines where lines are too many to be all drawn. */
function passing(pointed: string | null, topology: Topology): Focus {
  if (pointed === null) return noFocus;
  return { ...noFocus, ends: new Set(homesOf(topology, pointed)) };
}
