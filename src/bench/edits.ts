import type { FileId, SourceFile } from '../engine';
import type { TextEdit } from '../worker/textEdit';
import { podText, random, type Generated, type Size } from './generate';

/** One change of one file, as the page sends it. */
export interface FileEdit {
  readonly file: FileId;
  readonly edit: TextEdit;
}

/** What somebody does to a workspace; `next` is given its files as they are then. */
export interface Typing {
  readonly name: string;
  next(files: Generated, round: number): FileEdit;
}

const policies: FileId = 'policies';
const cluster: FileId = 'cluster';

/** One digit of the port of some policy becomes another. */
export function typedPorts(seed: number): Typing {
  const below = random(seed);
  return {
    name: 'a port',
    next: (files, round) =>
      replaced(files.policies, policies, /- port: (?:9\d\d|44)(\d)\n/, 1, below, String(round % 10)),
  };
}

/** Some policy that selects its whole namespace isolates it for the other direction. */
export function typedTypes(seed: number): Typing {
  const below = random(seed);
  return {
    name: 'policyTypes',
    next: ({ policies: file }) =>
      replaced(file, policies, /policyTypes: (\[Ingress\]|\[Egress\] )\n/, 1, below, (now) =>
        now === '[Ingress]' ? '[Egress] ' : '[Ingress]',
      ),
  };
}

/** Some peer asks for a label key nobody asked for before. */
export function newLabelKeys(seed: number): Typing {
  const below = random(seed);
  return {
    name: 'a new label key',
    next: ({ policies: file }, round) =>
      replaced(file, policies, / {12}matchLabels: \{(\w+): /, 1, below, `k${(1000 + round).toString(36)}`),
  };
}

/** One more pod, of a Deployment there is or of a new one. */
export function newPods({ namespaces }: Size): Typing {
  return {
    name: 'a pod',
    next: ({ cluster: { text } }, round) => {
      const pod = podText({
        namespace: `ns-${String(round % namespaces)}`,
        name: `late-${String(round >> 1)}-5d4f8c7b9-${String(round)}`,
        app: `late-${String(round >> 1)}`,
        tier: 'web',
        ip: `10.250.${String(round >> 8)}.${String(round & 255)}`,
        node: 'node-0',
        port: 8000,
        instance: null,
      });
      return { file: cluster, edit: { at: text.length, removed: 0, inserted: `---\n${pod}` } };
    },
  };
}

/** Some namespace goes to another team. */
export function newTeams(seed: number): Typing {
  const below = random(seed);
  return {
    name: "a namespace's label",
    next: ({ cluster: file }) =>
      replaced(file, cluster, /team: team-(\d)/, 1, below, (now) => String((Number(now) + 1) % 7)),
  };
}

/** Gives one of the places where a pattern's group matches another text. */
function replaced(
  { text }: SourceFile,
  file: FileId,
  pattern: RegExp,
  group: number,
  below: (below: number) => number,
  by: string | ((now: string) => string),
): FileEdit {
  // From a random place on, then from the start: looking for all places would take longer than the engine does.
  const from = new RegExp(pattern, 'dg');
  from.lastIndex = below(text.length);
  const first = new RegExp(pattern, 'd');
  const match = from.exec(text) ?? first.exec(text);
  const at = match?.indices?.[group];
  if (!match || !at) throw new RangeError(`nothing to edit: ${String(pattern)}`);
  const inserted = typeof by === 'string' ? by : by(match[group] ?? '');
  return { file, edit: { at: at[0], removed: at[1] - at[0], inserted } };
}

/** The files after an edit. */
export function edited(files: Generated, { file, edit }: FileEdit): Generated {
  const change = (one: SourceFile): SourceFile => {
    const { text } = one;
    return { ...one, text: text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.removed) };
  };
  return file === policies
    ? { ...files, policies: change(files.policies) }
    : { ...files, cluster: change(files.cluster) };
}
