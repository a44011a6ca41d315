/** Whether a peer matches one end. maybe: its address, or a label of its namespace, is not known. */
export const Match = { no: 0, yes: 1, maybe: 2 } as const;
export type Match = (typeof Match)[keyof typeof Match];
