import { frameLooks } from './frameLooks';
import { FAR_TITLE, MAP, RINGS } from './layers';
import type { PictureNode } from './looks';
import { placed } from './placed';
import { isMap, type Scene } from './scene';
import { LARGEST_LETTERS, lettersFor } from './sight';
import { titleNode, titleStrip } from './titles';

/** The grounds cards stand on, and their titles. */
export function frameNodes(scene: Scene): readonly PictureNode[] {
  return [...namespaces(scene), ...workloads(scene)];
}

// Between the cards the pane can be dragged.
const SEEN_ONLY = { pointerEvents: 'none' } as const;
const STILL = { selectable: false, focusable: false, style: SEEN_ONLY };

function namespaces({ answer, places, plan, sight }: Scene): readonly PictureNode[] {
  const looks = frameLooks(answer);
  const many = looks.size > 2;
  const onMap = isMap(plan);
  const layers = onMap ? MAP : RINGS;
  return [...places.frames].flatMap(([id, box]): PictureNode[] => {
    const look = looks.get(id);
    if (look === undefined) return [];
    const isFarthest = onMap && sight.reach === 'farthest';
    const letters = isFarthest
      ? Math.min(lettersFor(look.title, box.width, box.height), Math.round(LARGEST_LETTERS / sight.zoom))
      : onMap && sight.reach === 'far'
        ? Math.min(46, lettersFor(look.title, box.width, 90))
        : null;
    const data = { ...look, letters, foldable: many && !look.outside };
    const strip = isFarthest ? box : titleStrip(box);
    return [
      {
        id: `frame ${id}`,
        type: 'frame',
        ...placed(box),
        data: { ...look, ghosts: places.ghosts.get(id) ?? '' },
        zIndex: layers.frame,
        draggable: false,
        ...STILL,
      },
      {
        id: titleNode(id),
        type: 'title',
        ...placed(strip),
        data,
        zIndex: isFarthest ? FAR_TITLE : layers.title,
        dragHandle: '.graph-title-handle',
        ...STILL,
      },
    ];
  });
}

/** Workloads whose pods are shown. */
function workloads({ answer, places, plan }: Scene): readonly PictureNode[] {
  const counts = new Map<string, number>();
  for (const entity of answer.topology.entities)
    if (entity.kind === 'pod') counts.set(entity.workload, (counts.get(entity.workload) ?? 0) + 1);
  return [...places.grounds].map(([id, box]): PictureNode => ({
    id,
    type: 'pods',
    ...placed(box),
    data: { id, title: id.slice(id.lastIndexOf('/') + 1), count: counts.get(id) ?? 0 },
    zIndex: (isMap(plan) ? MAP : RINGS).pods,
    dragHandle: '.graph-title-handle',
    ...STILL,
  }));
}
