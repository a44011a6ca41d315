/** So that web-2 comes before web-10. */
export const natural = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(9, '0'));

/** By code unit: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
