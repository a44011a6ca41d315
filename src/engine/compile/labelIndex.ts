import { matchesLabels, UNKNOWN_VALUE } from '../model/matchesLabels';
import type { LabelSelector } from '../model/policy';
import { Match } from './match';
import { askedOfControllers, matchKnown } from './matchKnown';
import type { AddressClass, ClassSpan, PodClass } from './space';

/** A span up to this long is looked through class by class. */
const SHORT = 64;

/** Finds classes by label: for `In`, from lists of the classes that have a value. */
export class LabelIndex {
  readonly #classes: readonly (PodClass | AddressClass)[];
  /** By key and value the ids of the classes, sorted; made for a key when it is first asked for. */
  readonly #lists = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(classes: readonly (PodClass | AddressClass)[]) {
    this.#classes = classes;
  }

  /** Ids of the classes in the spans, which are sorted, that the selector matches; null matches all. Never one on the host network. */
  select(spans: readonly ClassSpan[], selector: LabelSelector | null): readonly number[] {
    const found: number[] = [];
    const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
    const listed = selector?.requirements.find(({ operator }) => operator === 'In');
    if (listed && length > SHORT) {
      const lists = this.#listsOf(listed.key);
      for (const value of new Set(listed.values)) {
        for (const id of lists.get(value) ?? []) {
          if (isWithin(spans, id) && this.#matches(id, selector)) found.push(id);
        }
      }
      return found.sort((a, b) => a - b);
    }
    for (const { from, to } of spans) {
      for (let id = from; id < to; id++) if (this.#matches(id, selector)) found.push(id);
    }
    return found;
  }

  /** Ids of the classes in the spans that the selector may match, or not: a value is asked for that nobody knows. */
  perhaps(spans: readonly ClassSpan[], selector: LabelSelector | null): readonly number[] {
    const asked = askedOfControllers(selector);
    if (selector === null || asked.length === 0) return [];
    const found = new Set(asked.flatMap(({ key }) => this.#listsOf(key).get(UNKNOWN_VALUE) ?? []));
    return [...found]
      .sort((a, b) => a - b)
      .filter((id) => isWithin(spans, id) && this.#mayMatch(id, selector));
  }

  #mayMatch(id: number, selector: LabelSelector): boolean {
    const one = this.#classes[id];
    if (one?.kind !== 'pods' || one.example.hostNetwork) return false;
    return matchKnown(selector, { labels: one.example.labels, labelsKnown: true }) === Match.maybe;
  }

  #matches(id: number, selector: LabelSelector | null | undefined): boolean {
    const one = this.#classes[id];
    // Selectors never match addresses, nor pods that use their node's address.
    if (one?.kind !== 'pods' || one.example.hostNetwork) return false;
    return !selector || matchesLabels(selector, one.example.labels);
  }

  #listsOf(key: string): ReadonlyMap<string, readonly number[]> {
    const known = this.#lists.get(key);
    if (known) return known;
    const lists = new Map<string, number[]>();
    for (const one of this.#classes) {
      const value = one.kind === 'pods' ? one.example.labels.get(key) : undefined;
      if (value === undefined) continue;
      const list = lists.get(value);
      if (list) list.push(one.id);
      else lists.set(value, [one.id]);
    }
    this.#lists.set(key, lists);
    return lists;
  }
}

/** Spans are sorted and apart. */
function isWithin(spans: readonly ClassSpan[], id: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.from ?? 0) <= id) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  return span !== undefined && span.from <= id && id < span.to;
}
