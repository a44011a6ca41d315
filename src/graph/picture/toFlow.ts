import type { Curve } from '../geometry/curve';
import { route } from '../geometry/route';
import { cardNodes } from './cardNodes';
import { edgeMaker, withTabStop, type Router } from './edgeLooks';
import { marksOf, withPills, withStops } from './edgeMarks';
import { frameNodes } from './frameNodes';
import { keepSame } from './keepSame';
import type { Flow } from './looks';
import type { Places } from './places';
import type { Scene } from './scene';
import { titleStrip } from './titles';

/** More cards than this leave no way around them. */
const CARDS_MOST = 120;

/**
 * Makes the function from scene to React Flow's nodes and edges. It remembers its last result: whatever looks the same
 * again is the same object again. Lines are found anew only when cards moved.
 */
export function createToFlow(): (scene: Scene) => Flow {
  let last: Flow = { nodes: [], edges: [] };
  let router: { readonly places: Places; readonly route: Router } | null = null;
  return (scene) => {
    if (router?.places !== scene.places) router = { places: scene.places, route: createRouter(scene.places) };
    const flow = flowOf(scene, router.route);
    last = { nodes: keepSame(last.nodes, flow.nodes), edges: keepSame(last.edges, flow.edges) };
    return last;
  };
}

function flowOf(scene: Scene, route: Router): Flow {
  const { drawing, places } = scene;
  const make = edgeMaker(scene, route);
  const edges = withStops(drawing.pairs.flatMap((pair) => make(pair) ?? []));
  const titles = [...places.frames.values()].map(titleStrip);
  // On a crowded map words may lie on cards: there is nowhere else.
  const around = places.cards.size > CARDS_MOST ? [] : [...places.cards.values(), ...titles];
  return {
    nodes: [...frameNodes(scene), ...cardNodes(scene)],
    edges: withTabStop(withPills(edges, [...around, ...marksOf(edges)])),
  };
}

/** The way between two cards, remembered as long as nothing moves. */
export function createRouter({ cards }: Places): Router {
  const boxes = cards.size > CARDS_MOST ? [] : [...cards.values()];
  const curves = new Map<number, Curve | null>();
  return (source, destination, straight) => {
    const key = (source * 65536 + destination) * 2 + Number(straight);
    const known = curves.get(key);
    if (known !== undefined) return known;
    const from = cards.get(source);
    const to = cards.get(destination);
    const curve = from === undefined || to === undefined ? null : route(from, to, boxes, straight);
    curves.set(key, curve);
    return curve;
  };
}
