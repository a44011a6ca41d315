/** How deep collections may nest. Real manifests stay below 60; every later stage may recurse this deep. */
export const MAX_DEPTH = 200;

/** How many nodes all aliases of one document may stand for together. */
export const MAX_ALIASED_NODES = 100_000;
