import type { IpBlockPeer, LabelSelector, NetworkPolicy } from '../model/policy';
import type { RejectedPolicy } from '../model/objects';
import { blockKey, blockOf, type Block } from './addressRanges';
import type { PolicyBook } from './policyBook';

/** The addresses one rule, or one peer of it, names; equal keys stand for equal addresses. */
export interface AskedBlock {
  readonly key: string;
  readonly peers: readonly IpBlockPeer[];
  readonly block: Block;
}

/** Everything policies look at when they tell pods and addresses apart. */
export interface Questions {
  /** Counts up whenever `keys`, `portNames` or `blocks` become others: equal versions, equal classes. */
  readonly version: number;
  /** Counts up whenever `values` becomes another. */
  readonly valuesVersion: number;
  /** Label keys of pods that any selector asks for. */
  readonly keys: ReadonlySet<string>;
  /** `key=value` for the values that selectors name. */
  readonly values: ReadonlySet<string>;
  /** Names of container ports that any rule asks for. */
  readonly portNames: ReadonlySet<string>;
  /** By their key. */
  readonly blocks: ReadonlyMap<string, AskedBlock>;
}

/** What one policy asks. */
interface Asked {
  readonly keys: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly portNames: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<string, AskedBlock>;
}

/** Keeps the questions of all policies at hand; an edit costs what the changed policies ask. */
export class QuestionBook implements Questions {
  version = 0;
  valuesVersion = 0;
  readonly keys = new Set<string>();
  readonly values = new Set<string>();
  readonly portNames = new Set<string>();
  readonly blocks = new Map<string, AskedBlock>();
  readonly #askers = new Map<string, number>();
  #policies: readonly (NetworkPolicy | RejectedPolicy)[] = [];
  readonly #asked = new WeakMap<NetworkPolicy | RejectedPolicy, Asked>();

  update({ policies, rejected }: PolicyBook): this {
    const before = this.#policies;
    const now = rejected.length === 0 ? policies : [...policies, ...rejected];
    this.#policies = now;
    // An edit is somewhere in the middle: what stands before and behind it stays.
    let start = 0;
    while (start < now.length && now[start] === before[start]) start++;
    let rest = 0;
    const most = Math.min(now.length, before.length) - start;
    while (rest < most && now[now.length - 1 - rest] === before[before.length - 1 - rest]) rest++;
    const here = new Set(now.slice(start, now.length - rest));
    const there = new Set(before.slice(start, before.length - rest));
    const came = [...here].filter((policy) => !there.has(policy));
    const went = [...there].filter((policy) => !here.has(policy));
    // Additions first: what is asked before and after never goes away in between.
    const cuts = came.map((policy) => this.#add(this.#askedBy(policy)));
    const joins = went.map((policy) => this.#remove(this.#askedBy(policy)));
    if (cuts.includes(true) || joins.includes(true)) this.version++;
    return this;
  }

  #name(value: string): void {
    this.values.add(value);
    this.valuesVersion++;
  }

  #unname(value: string): void {
    this.values.delete(value);
    this.valuesVersion++;
  }

  #askedBy(policy: NetworkPolicy | RejectedPolicy): Asked {
    let asked = this.#asked.get(policy);
    if (!asked) this.#asked.set(policy, (asked = askedBy(policy)));
    return asked;
  }

  /** True when somebody is the first to ask something that cuts classes. */
  #add({ keys, values, portNames, blocks }: Asked): boolean {
    let cuts = false;
    const first = (id: string): boolean => {
      const count = this.#askers.get(id) ?? 0;
      this.#askers.set(id, count + 1);
      return count === 0;
    };
    for (const value of values) if (first(`value ${value}`)) this.#name(value);
    for (const key of keys) {
      if (!first(`key ${key}`)) continue;
      this.keys.add(key);
      cuts = true;
    }
    for (const name of portNames) {
      if (!first(`port ${name}`)) continue;
      this.portNames.add(name);
      cuts = true;
    }
    for (const [key, block] of blocks) {
      if (!first(`block ${key}`)) continue;
      this.blocks.set(key, block);
      cuts = true;
    }
    return cuts;
  }

  /** True when nobody asks something any more that cuts classes. */
  #remove({ keys, values, portNames, blocks }: Asked): boolean {
    let cuts = false;
    const last = (id: string): boolean => {
      const count = (this.#askers.get(id) ?? 1) - 1;
      if (count > 0) this.#askers.set(id, count);
      else this.#askers.delete(id);
      return count === 0;
    };
    for (const value of values) if (last(`value ${value}`)) this.#unname(value);
    for (const key of keys) if (last(`key ${key}`)) cuts = this.keys.delete(key);
    for (const name of portNames) if (last(`port ${name}`)) cuts = this.portNames.delete(name);
    for (const key of blocks.keys()) if (last(`block ${key}`)) cuts = this.blocks.delete(key);
    return cuts;
  }
}

function askedBy(policy: NetworkPolicy | RejectedPolicy): Asked {
  const keys = new Set<string>();
  const values = new Set<string>();
  const portNames = new Set<string>();
  const blocks = new Map<string, AskedBlock>();
  const ask = (selector: LabelSelector | null): void => {
    for (const { key, values: named } of selector?.requirements ?? []) {
      keys.add(key);
      for (const value of named) values.add(`${key}=${value}`);
    }
  };
  ask(policy.podSelector);
  for (const rule of policy.kind === 'NetworkPolicy' ? [...policy.ingress, ...policy.egress] : []) {
    for (const { port } of rule.ports) if (typeof port === 'string') portNames.add(port);
    for (const peer of rule.peers) if (peer.kind === 'pods') ask(peer.podSelector);
    const written = rule.peers.filter((peer) => peer.kind === 'ipBlock');
    // Each alone as well, for the retelling names the one that matches.
    for (const peers of [written, ...written.map((peer) => [peer])]) {
      if (peers.length === 0) continue;
      const key = blockKey(peers);
      blocks.set(key, { key, peers, block: peers.flatMap(blockOf) });
    }
  }
  return { keys, values, portNames, blocks };
}
