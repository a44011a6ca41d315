/** The first way to let the selected pair through, for whoever wants to focus it. */
export const FIRST_PATCH = 'inspector-first-patch';
