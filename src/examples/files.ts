/** The two files every example has; the policies come first, they are what one edits. */
export type ExampleFiles = readonly { readonly name: string; readonly text: string }[];

export const filesOf = (policies: string, cluster: string): ExampleFiles => [
  { name: 'policies.yaml', text: policies },
  { name: 'cluster.yaml', text: cluster },
];
