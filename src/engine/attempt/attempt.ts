import type { EntityId } from '../answer';
import type { Protocol } from '../model/objects';
import type { Place } from '../source';

/** A connection somebody would try: from a pod, to whatever they would type. */
export interface Attempt {
  /** `namespace/name` of a pod or workload (or `Kind/namespace/name`), a name only one has, or an address. */
  readonly from: string;
  /** `namespace/name`, `service:namespace/name`, an address or a host name: `api`, `api.shop.svc.cluster.local`. */
  readonly to: string;
  readonly protocol: Protocol;
  /** As the client would give it: of a Service, its port. */
  readonly port: number;
}

/** What becomes of an attempt. */
export type Fate =
  /** It is connected, as far as anybody can tell from manifests. */
  | 'connected'
  /** The name is not resolved: DNS is blocked. */
  | 'unresolved'
  /** The name is not known in the cluster. */
  | 'unknown-host'
  /** A policy drops it: the client waits until its patience ends. */
  | 'timed-out'
  /** There is nobody at that port: the client hears so at once. */
  | 'refused'
  /** Some endpoints of the Service answer and others do not. */
  | 'flaky'
  /** The manifests do not decide it. */
  | 'unknown';

/** One stage of the way, in the order in which the packets meet them. */
export interface AttemptStep {
  readonly stage: 'dns' | 'service' | 'endpoint' | 'policy' | 'port';
  readonly outcome: 'pass' | 'stop' | 'doubt' | 'note';
  readonly sentence: string;
  /** What to look at; null: nothing in the text. */
  readonly place: Place | null;
  /** The pair of which a policy step speaks. */
  readonly pair: { readonly source: EntityId; readonly destination: EntityId } | null;
}

export interface AttemptResult {
  readonly fate: Fate;
  /** In one sentence. */
  readonly sentence: string;
  readonly steps: readonly AttemptStep[];
  /** What the person would see in the terminal; empty when that is not known. */
  readonly symptom: string;
  /** The line that would prove it on a real cluster; empty when there is nobody who could run it. */
  readonly command: string;
}

/** What stands in a field is no end of any connection: why, and what may be meant. */
export interface Misread {
  readonly field: 'from' | 'to';
  readonly sentence: string;
  /** What to try in its place; null: nothing comes to mind. */
  readonly instead: Partial<Attempt> | null;
}
