import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Topology } from '../engine';
import type { Analysis } from '../state/analysisStore';
import { useView } from '../state/hooks';
import type { Selection } from '../state/viewStore';
import { framesOf } from './layout/frames';
import { useLayout } from './layout/useLayout';
import { paneStore } from './paneStore';
import { edgesToDraw, type PairCounts } from './picture/edgesToDraw';
import { levelBySize, type DrawnLevel } from './picture/level';
import type { Flow } from './picture/looks';
import { placesOf } from './picture/places';
import { createToFlow } from './picture/toFlow';
import { useDrag, type Drag } from './useDrag';
import { useRecentChanges } from './useRecentChanges';

interface DrawnScene {
  readonly flow: Flow;
  readonly level: DrawnLevel;
  /** Null at the level of namespaces, where lines stand for many pairs. */
  readonly counts: PairCounts | null;
  readonly drag: Drag;
  /** Changes when the picture was laid out afresh. */
  readonly origin: string | null;
  readonly tidy: () => void;
}

/** From the newest drawable answer and what the user points at to what React Flow draws. */
export function useScene(answer: Analysis): DrawnScene {
  const { topology } = answer;
  const level = useView((state) => state.level) ?? levelBySize(topology);
  const input = useMemo(() => framesOf(topology, level), [topology, level]);
  const { layout, tidy } = useLayout(input);
  const drag = useDrag(input, layout);
  const places = useMemo(
    () => placesOf(input, layout ?? { id: '', origin: '', cards: new Map() }, drag.offsets),
    [input, layout, drag.offsets],
  );
  const pointed = useView((state) => state.selection);
  const selection = useMemo(() => stillThere(pointed, topology), [pointed, topology]);
  const shown = useView((state) => state.shown);
  const expanded = useView((state) => state.expanded);
  const everything = useStore(paneStore, (state) => state.everything);
  const focus = useStore(paneStore, (state) => state.focus);
  const changes = useRecentChanges();
  const drawing = useMemo(
    () => edgesToDraw(answer, { shown, selection, everything, changed: new Set(changes.keys()) }),
    [answer, shown, selection, everything, changes],
  );
  const [toFlow] = useState(createToFlow);
  const flow = useMemo(
    () =>
      toFlow(
        level === 'workloads'
          ? { level, answer, drawing, places, selection, expanded, changes }
          : { level, answer, places, focus },
      ),
    [toFlow, level, answer, drawing, places, selection, expanded, changes, focus],
  );
  const counts = level === 'workloads' ? drawing.counts : null;
  return { flow, level, counts, drag, origin: layout?.origin ?? null, tidy };
}

const NOTHING: Selection = { kind: 'nothing' };

/** What was selected may have been deleted since. */
function stillThere(selection: Selection, { entities }: Topology): Selection {
  const exists = (id: string): boolean => entities.some((entity) => entity.id === id);
  switch (selection.kind) {
    case 'nothing':
      return selection;
    case 'entity':
      return exists(selection.entity) ? selection : NOTHING;
    case 'pair':
      return exists(selection.source) && exists(selection.destination) ? selection : NOTHING;
  }
}
