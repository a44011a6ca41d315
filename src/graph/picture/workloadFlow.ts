import { EGRESS_LOCK, INGRESS_LOCK, type Answer } from '../../engine';
import type { Selection } from '../../state/viewStore';
import type { Places } from './places';
import { placePills } from '../geometry/pills';
import { edgeMaker, withTabStop, type Router } from './edgeLooks';
import { marksOf, withPills, withStops } from './edgeMarks';
import type { Drawing } from './edgesToDraw';
import { frameLooks } from './frameLooks';
import type { Change, Flow, PictureNode } from './looks';
import { workloadSentence } from './nodeSentences';
import { FROM_OUTSIDE, TO_OUTSIDE } from './outside';
import { CARD_LAYER, FRAME_LAYER, TITLE_LAYER } from './layers';
import { strengths } from './strengths';
import { titleNode, titleStrip } from './titles';

/** Everything the picture of workloads is made from. */
export interface WorkloadScene {
  readonly answer: Answer;
  readonly drawing: Drawing;
  readonly places: Places;
  readonly selection: Selection;
  readonly expanded: readonly string[];
  /** What just changed, by pair index. */
  readonly changes: ReadonlyMap<number, Change>;
}

/** The picture in which a card is a workload. */
export function workloadFlow(scene: WorkloadScene, route: Router): Flow {
  const { answer, drawing, places } = scene;
  const make = edgeMaker(scene, route);
  const edges = withStops(drawing.pairs.flatMap((pair) => make(pair) ?? []));
  const titles = [...places.frames.values()].map(titleStrip);
  const taken = [...places.cards.values(), ...titles, ...marksOf(edges)];
  return {
    nodes: [...frames(answer, places), ...cardsOf(scene)],
    edges: withTabStop(withPills(edges, (pills) => placePills(pills, taken))),
  };
}

function frames(answer: Answer, { frames: boxes }: Places): readonly PictureNode[] {
  const looks = frameLooks(answer);
  return [...boxes].flatMap(([id, box]): PictureNode[] => {
    const data = looks.get(id);
    if (data === undefined) return [];
    const still = { data, selectable: false, focusable: false };
    const strip = titleStrip(box);
    return [
      // Between the cards the pane can be dragged.
      {
        id,
        type: 'frame',
        ...placed(box),
        ...still,
        zIndex: FRAME_LAYER,
        draggable: false,
        style: SEEN_ONLY,
      },
      {
        id: titleNode(id),
        type: 'title',
        ...placed(strip),
        ...still,
        zIndex: TITLE_LAYER,
        dragHandle: '.graph-title-handle',
        style: SEEN_ONLY,
      },
    ];
  });
}

const SEEN_ONLY = { pointerEvents: 'none' } as const;

function cardsOf({ answer, drawing, places, selection, expanded }: WorkloadScene): readonly PictureNode[] {
  const { entities } = answer.topology;
  const strength = strengths(
    drawing,
    selection,
    entities.map((entity) => entity.id),
  );
  const byId = new Map(entities.map((entity, index) => [entity.id, index]));
  // In the order of the layout: the Tab key follows the picture.
  return [...places.cards].flatMap(([id, box]): PictureNode[] => {
    const index = byId.get(id);
    const entity = index === undefined ? undefined : entities[index];
    if (index === undefined || entity === undefined) return [];
    const common = { id, ...placed(box), selected: selection.kind === 'entity' && selection.entity === id };
    if (entity.kind === 'external') {
      const data = { entity, strength: strength(id) };
      return [
        {
          ...common,
          type: 'external',
          data,
          zIndex: CARD_LAYER,
          ariaLabel: `${entity.name}, outside the cluster`,
        },
      ];
    }
    const lock = answer.picture.locks[index] ?? 0;
    const locks = { ingress: (lock & INGRESS_LOCK) !== 0, egress: (lock & EGRESS_LOCK) !== 0 };
    const reach = drawing.reach[index] ?? 0;
    const data = {
      entity,
      locks,
      fromOutside: (reach & FROM_OUTSIDE) !== 0,
      toOutside: (reach & TO_OUTSIDE) !== 0,
      strength: strength(id),
      expanded: expanded.includes(id),
    };
    // Listed pods hang over the cards below.
    const zIndex = data.expanded ? CARD_LAYER + 1 : CARD_LAYER;
    return [{ ...common, type: 'workload', data, zIndex, ariaLabel: workloadSentence(entity, locks) }];
  });
}

/** Size both as given and as measured: nothing has to wait for the browser. */
export const placed = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
});
