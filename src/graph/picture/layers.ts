/** What lies over what, from the bottom. */
export interface Layers {
  readonly frame: number;
  readonly pods: number;
  /** Lines nobody points at. */
  readonly background: number;
  readonly edge: number;
  readonly changedEdge: number;
  readonly strongEdge: number;
  /** A frame's name stays readable where lines pass. */
  readonly title: number;
  readonly card: number;
}

/** In a picture that shows single connections lines pass below the cards; words on lines (in graph.css) between them. */
export const RINGS: Layers = {
  frame: 0,
  pods: 1,
  background: 1,
  edge: 2,
  changedEdge: 3,
  strongEdge: 4,
  title: 5,
  card: 10,
};

/** On a map there is little room between territories: lines that are pointed at pass over them, the others below. */
export const MAP: Layers = {
  frame: 0,
  pods: 1,
  background: 3,
  edge: 12,
  changedEdge: 13,
  strongEdge: 14,
  title: 4,
  card: 10,
};
/** From far away a territory's name stands over its cards. */
export const FAR_TITLE = 11;
