import { nothingSelects, selecting, type PolicyBook, type Selecting } from '../compile/policyBook';
import { kinshipOf } from '../compile/kinship';
import { askedOfControllers } from '../compile/matchKnown';
import type { PortSets } from '../compile/portSet';
import { asksByName } from '../compile/rulePorts';
import type { ClassSpan, Space } from '../compile/space';
import type { RejectedPolicy, UnsupportedPolicy } from '../model/objects';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { Row } from './row';

/** By class id. Classes that the same policies select in the same way share one row. */
export interface Rows {
  readonly Egress: readonly Row[];
  readonly Ingress: readonly Row[];
}

/** The rows of one namespace. */
interface NamespaceRows {
  /** All they were made from; null: its classes have become others since. */
  readonly from: Selecting | null;
  readonly Egress: readonly Row[];
  readonly Ingress: readonly Row[];
  readonly byKey: ReadonlyMap<string, Row>;
}

/** Arrays of rows are kept up to this many bytes. */
const KEPT_BYTES = 256 << 20;

/** Builds rows and remembers those of the namespaces whose policies did not change, as the same objects. */
export class RowBook {
  /** Rows made since the book was: the exact cost of edits. */
  computed = 0;
  #space: Space | null = null;
  #open: Row | null = null;
  #namespaces = new Map<string, NamespaceRows>();
  #last: Rows | null = null;
  readonly #ids = new WeakMap<object, number>();
  #lastId = 0;

  /** The same object when nothing changed. */
  build(space: Space, sets: PortSets, book: PolicyBook): Rows {
    const isSame = this.#space === space && this.#open !== null;
    const open =
      isSame && this.#open ? this.#open : this.#make(space, sets, nothingSelects, 'Egress', null, '');
    const known = isSame ? this.#namespaces : this.#broughtOver(space, open);
    const next = new Map<string, NamespaceRows>();
    let made = 0;
    const last = isSame ? this.#last : null;
    const Egress = last?.Egress.slice() ?? space.classes.map(() => open);
    const Ingress = last?.Ingress.slice() ?? space.classes.map(() => open);
    const anywhere = book.rejected.filter(({ namespace }) => namespace === null);
    const clusterWide = book.unsupported.filter(({ namespace }) => namespace === null);
    for (const [namespace, span] of space.cni === 'none' ? [] : space.spans) {
      const policies = book.byNamespace.get(namespace) ?? [];
      const own = <T extends RejectedPolicy | UnsupportedPolicy>(
        all: readonly T[],
        wide: readonly T[],
      ): readonly T[] =>
        all.length === wide.length
          ? wide
          : all.filter((one) => one.namespace === null || one.namespace === namespace);
      const rejected = own(book.rejected, anywhere);
      const unsupported = own(book.unsupported, clusterWide);
      const before = known.get(namespace);
      if (policies.length + rejected.length + unsupported.length === 0) {
        if (before) for (const rows of [Egress, Ingress]) rows.fill(open, span.from, span.to);
        continue;
      }
      let rows = before;
      const from: Selecting = { policies, perhaps: [], rejected, unsupported };
      if (!rows || !isSameFrom(rows.from, from)) {
        made++;
        rows = this.#rowsOf(space, sets, span, from, open, rows?.byKey ?? new Map());
      }
      next.set(namespace, rows);
      if (last && rows === before) continue;
      for (let id = span.from; id < span.to; id++) {
        Egress[id] = rows.Egress[id - span.from] ?? open;
        Ingress[id] = rows.Ingress[id - span.from] ?? open;
      }
    }
    this.#space = space;
    this.#open = open;
    this.#namespaces = next;
    this.#limit();
    const isUnchanged = isSame && made === 0 && next.size === known.size;
    this.#last = isUnchanged && this.#last ? this.#last : { Egress, Ingress };
    return this.#last;
  }

  /** The rows of the space before, as far as they are rows of this one. */
  #broughtOver(space: Space, open: Row): ReadonlyMap<string, NamespaceRows> {
    const kinship = this.#space && kinshipOf(this.#space, space);
    const brought = new Map<string, NamespaceRows>();
    if (kinship === null) return brought;
    for (const [namespace, rows] of this.#namespaces) {
      const moved = new Map<Row, Row>();
      const move = (row: Row): Row => {
        let now = moved.get(row) ?? (row === this.#open ? open : undefined);
        if (!now) moved.set(row, (now = row.in(space, kinship)));
        return now;
      };
      const byKey = new Map([...rows.byKey].map(([key, row]) => [key, move(row)]));
      const isSame = kinship.same.has(namespace);
      const [Egress, Ingress] = isSame ? [rows.Egress.map(move), rows.Ingress.map(move)] : [[], []];
      brought.set(namespace, { from: isSame ? rows.from : null, Egress, Ingress, byKey });
    }
    return brought;
  }

  #rowsOf(
    space: Space,
    sets: PortSets,
    span: ClassSpan,
    all: Selecting,
    open: Row,
    known: ReadonlyMap<string, Row>,
  ): NamespaceRows {
    const byKey = new Map<string, Row>();
    const select = <T extends NetworkPolicy | RejectedPolicy>(
      policies: readonly T[],
      type: PolicyType,
      isSure = true,
    ): T[][] => {
      const lists = Array.from({ length: span.to - span.from }, (): T[] => []);
      for (const policy of policies) {
        if (!policy.policyTypes.includes(type)) continue;
        const { podSelector } = policy;
        const ids = isSure ? space.selectedIn(span, podSelector) : space.perhapsIn(span, podSelector);
        for (const id of ids) lists[id - span.from]?.push(policy);
      }
      return lists;
    };
    const isAsking = ({ podSelector }: NetworkPolicy | RejectedPolicy): boolean =>
      askedOfControllers(podSelector).length > 0;
    const asking = all.policies.filter(isAsking);
    const refused = all.rejected.filter(isAsking);
    const rows = (type: PolicyType): Row[] => {
      const policies = select(all.policies, type);
      const perhaps = asking.length === 0 ? [] : select(asking, type, false);
      const rejected = select(all.rejected, type);
      const perhapsRejected = refused.length === 0 ? [] : select(refused, type, false);
      perhapsRejected.forEach((more, index) => rejected[index]?.push(...more));
      return policies.map((own, index) => {
        const one = space.classes[span.from + index];
        if (one?.kind !== 'pods' || one.example.hostNetwork) return open;
        const side = selecting(type, {
          ...all,
          policies: own,
          perhaps: perhaps[index] ?? [],
          rejected: rejected[index] ?? [],
        });
        if (isNobody(side)) return open;
        const declared = type === 'Ingress' ? one.example.ports : null;
        const byName = own.some(usesNames) || side.perhaps.some(usesNames);
        const names = declared !== null && byName ? declared : null;
        const key = `${type} ${this.#idsOf(side)} ${
          names === null
            ? ''
            : JSON.stringify(names.map(({ name, protocol, port }) => [name, protocol, port]))
        }`;
        let row = byKey.get(key) ?? known.get(key);
        row ??= this.#make(space, sets, side, type, declared, key);
        byKey.set(key, row);
        return row;
      });
    };
    return { from: all, Egress: rows('Egress'), Ingress: rows('Ingress'), byKey };
  }

  #make(...parts: ConstructorParameters<typeof Row>): Row {
    this.computed++;
    return new Row(...parts);
  }

  #idsOf({ policies, perhaps, rejected, unsupported }: Selecting): string {
    let ids = '';
    for (const policy of perhaps) ids += `${String(this.#idOf(policy))}~`;
    for (const policy of policies) ids += `${String(this.#idOf(policy))},`;
    for (const policy of rejected) ids += `${String(this.#idOf(policy))}?`;
    for (const policy of unsupported) ids += `${String(this.#idOf(policy))}!`;
    return ids;
  }

  /** A number for an object that stays the same as long as the object does. */
  #idOf(object: object): number {
    let id = this.#ids.get(object);
    if (id === undefined) this.#ids.set(object, (id = ++this.#lastId));
    return id;
  }

  #limit(): void {
    let bytes = 0;
    for (const { byKey } of this.#namespaces.values()) for (const row of byKey.values()) bytes += row.bytes;
    if (bytes <= KEPT_BYTES) return;
    for (const { byKey } of this.#namespaces.values()) for (const row of byKey.values()) row.forget();
  }
}

const isNobody = ({ policies, perhaps, rejected, unsupported }: Selecting): boolean =>
  policies.length + perhaps.length + rejected.length + unsupported.length === 0;

function isSameFrom(was: Selecting | null, now: Selecting): boolean {
  return (
    was !== null &&
    same(was.policies, now.policies) &&
    same(was.rejected, now.rejected) &&
    same(was.unsupported, now.unsupported)
  );
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}

function usesNames({ ingress }: NetworkPolicy): boolean {
  return ingress.some((rule) => asksByName(rule.ports));
}
