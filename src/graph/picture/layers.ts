/** What lies over what, from the bottom; words on lines (in graph.css) lie between the lines and the cards. */
export const FRAME_LAYER = 0;
export const EDGE_LAYER = 1;
export const CHANGED_EDGE_LAYER = 2;
export const STRONG_EDGE_LAYER = 3;
/** A frame's name stays readable where lines pass. */
export const TITLE_LAYER = 4;
export const CARD_LAYER = 10;
