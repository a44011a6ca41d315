/** The names of the two files that a dump becomes. */
export const dumpNames = { cluster: 'cluster.yaml', policies: 'policies.yaml' } as const;

const all: readonly string[] = Object.values(dumpNames);

/** The name of one of the two, numbered as it may be. */
export const isOfDump = (name: string): boolean => all.includes(name.replace(/-\d+(?=\.yaml$)/, ''));

/** Both of them are there: what runs, and the policies. */
export const isWholeDump = (names: readonly string[]): boolean => all.every((name) => names.includes(name));
