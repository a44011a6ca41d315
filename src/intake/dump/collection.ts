import type { KindCount } from '../../engine';
import { addDropped, nothingDropped, type DroppedCounts } from '../droppedCounts';
import { inOrder, type ClusterObject } from './clusterObject';

/** What was taken of a dump so far, and how much was not. Its strings are its own: none holds on to the dump. */
export class Collection {
  #objects: ClusterObject[] = [];
  #policies: WrittenPolicy[] = [];
  /** How much there was before the item that is being taken. */
  #before = { objects: 0, policies: 0, usefulPolicies: 0 };
  readonly #leftOut = new Map<string, number>();
  /** Hears of every document as it will be written, but for the first of a file, which lacks the marker. */
  readonly onKept: (text: string) => void;
  #dropped: DroppedCounts = nothingDropped;
  #usefulPolicies = 0;
  /** Pieces that could not be read. */
  unreadable = 0;
  /** Lists whose end is missing. */
  broken = 0;

  constructor(onKept: (text: string) => void = () => undefined) {
    this.onKept = onKept;
  }

  /** All objects that were found, whatever became of them. */
  get found(): number {
    return this.useful + sum(this.#leftOut) + this.unreadable;
  }

  /** How many objects are of use here. */
  get useful(): number {
    return this.#objects.length + this.#usefulPolicies;
  }

  keepObject(object: ClusterObject): void {
    this.#objects.push(object);
    this.onKept(MARKER + object.text);
  }

  keepPolicy(kind: string, text: string): void {
    const whole = ended(text);
    this.#policies.push({ kind, text: whole });
    this.#usefulPolicies++;
    this.onKept(MARKER + whole);
  }

  /** What may be a policy and could not be read as one. */
  keepPolicyText(text: string): void {
    this.#policies.push({ kind: null, text: ended(text) });
  }

  /** What is kept from here on is one item of a list. */
  beginItem(): void {
    this.#before = {
      objects: this.#objects.length,
      policies: this.#policies.length,
      usefulPolicies: this.#usefulPolicies,
    };
  }

  /**
   * The text breaks off: the item that came last may have said more, and what came behind it nobody knows. An error stays
   * in its place, so that nothing is taken for certain.
   */
  breakOff(): void {
    const { objects, policies, usefulPolicies } = this.#before;
    if (this.#objects.length + this.#policies.length > objects + policies) this.unreadable++;
    this.#objects = this.#objects.slice(0, objects);
    this.#policies = this.#policies.slice(0, policies);
    this.#usefulPolicies = usefulPolicies;
    this.keepPolicyText(BROKEN_OFF);
    this.broken++;
  }

  leaveOut(kind: string): void {
    count(this.#leftOut, kind);
  }

  drop(dropped: DroppedCounts): void {
    this.#dropped = addDropped(this.#dropped, dropped);
  }

  /** Takes over everything of another one. */
  add(other: Collection): void {
    for (const object of other.#objects) this.#objects.push(object);
    for (const policy of other.#policies) this.#policies.push(policy);
    for (const [kind, times] of other.#leftOut) count(this.#leftOut, kind, times);
    this.drop(other.#dropped);
    this.#usefulPolicies += other.#usefulPolicies;
    this.unreadable += other.unreadable;
    this.broken += other.broken;
  }

  /** What the two files hold: of what came twice, one. Policies in the order they came. */
  written(): Written {
    const objects = inOrder(this.#objects);
    const policies = new Map(this.#policies.map(({ kind, text }) => [text, kind]));
    const kept = new Map<string, number>();
    for (const { kind } of objects) count(kept, kind);
    for (const kind of policies.values()) if (kind !== null) count(kept, kind);
    return {
      cluster: objects.map(({ text }) => text).join(MARKER),
      policies: [...policies.keys()].join(MARKER),
      kept: counts(kept),
      namespaces: [...new Set(objects.map(({ namespace }) => namespace))].filter((name) => name !== ''),
    };
  }

  get dropped(): DroppedCounts {
    return this.#dropped;
  }

  get leftOut(): readonly KindCount[] {
    return counts(this.#leftOut);
  }
}

const MARKER = '---\n';

const BROKEN_OFF =
  '# The imported list breaks off here: its last object was not whole, and others are missing.\nkind: NetworkPolicy\nspec: [\n';

/** The texts of the two files, empty where there is nothing to write, and what is in them. */
export interface Written {
  readonly cluster: string;
  readonly policies: string;
  readonly kept: readonly KindCount[];
  readonly namespaces: readonly string[];
}

interface WrittenPolicy {
  /** Null for what could not be read. */
  readonly kind: string | null;
  readonly text: string;
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

function count(counts: Map<string, number>, kind: string, times = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + times);
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, times) => all + times, 0);

/** The most frequent first. */
const counts = (kinds: ReadonlyMap<string, number>): readonly KindCount[] =>
  Array.from(kinds, ([kind, times]) => ({ kind, count: times })).sort((a, b) => b.count - a.count);
