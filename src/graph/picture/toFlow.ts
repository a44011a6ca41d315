import type { DrawnLevel } from './level';
import { route } from '../geometry/route';
import type { Curve } from '../geometry/curve';
import type { Router } from './edgeLooks';
import { keepSame } from './keepSame';
import type { Flow } from './looks';
import { namespaceFlow, type NamespaceScene } from './namespaceFlow';
import type { Places } from './places';
import { workloadFlow, type WorkloadScene } from './workloadFlow';

/** What is to be drawn, at one of the levels. */
export type Scene =
  | ({ readonly level: Extract<DrawnLevel, 'workloads'> } & WorkloadScene)
  | ({ readonly level: Extract<DrawnLevel, 'namespaces'> } & NamespaceScene);

/**
 * Makes the function from scene to React Flow's nodes and edges. It remembers its last result: whatever looks the same
 * again is the same object again. Lines are found anew only when cards moved.
 */
export function createToFlow(): (scene: Scene) => Flow {
  let last: Flow = { nodes: [], edges: [] };
  let places: Places | null = null;
  let curves = new Map<string, Curve | null>();
  return (scene) => {
    if (scene.places !== places) {
      places = scene.places;
      curves = new Map();
    }
    const router = remembering(curves, scene.places);
    const flow = scene.level === 'workloads' ? workloadFlow(scene, router) : namespaceFlow(scene, router);
    last = { nodes: keepSame(last.nodes, flow.nodes), edges: keepSame(last.edges, flow.edges) };
    return last;
  };
}

function remembering(curves: Map<string, Curve | null>, { cards }: Places): Router {
  const boxes = [...cards.values()];
  return (source, destination, straight) => {
    const key = `${source}\n${destination}\n${String(straight)}`;
    const known = curves.get(key);
    if (known !== undefined) return known;
    const from = cards.get(source);
    const to = cards.get(destination);
    const curve = from === undefined || to === undefined ? null : route(from, to, boxes, straight);
    curves.set(key, curve);
    return curve;
  };
}
