import type { EntityId } from './answer';
import type { PolicyType } from './model/policy';
import type { Place } from './source';

/** Whether something written holds for the other end of a pair; maybe: what is known of the end does not decide it. */
export type Holds = 'yes' | 'no' | 'maybe';

/** One entry of `from` or `to`, held against the other end of a pair. */
export interface PeerExplanation {
  /** `from[0]` */
  readonly path: string;
  readonly place: Place;
  /** "pods with app=web of the same namespace" */
  readonly phrase: string;
  readonly matches: Holds;
  /** Everything it asks for, in the order in which it is written; it matches when all of it holds. Never empty. */
  readonly checks: readonly PeerCheck[];
}

/** One thing a peer asks for. */
export interface PeerCheck {
  readonly holds: Holds;
  readonly place: Place;
  /** "namespaceSelector team=shop: payments has team=pay" */
  readonly sentence: string;
}

/** One entry of a rule's `ports`. */
export interface PortExplanation {
  readonly place: Place;
  /** As written: `TCP 8080`, `TCP http`, `every UDP port`. */
  readonly written: string;
  /** What that is towards this destination; `nothing` for a name it does not define. */
  readonly grants: string;
  readonly granted: boolean;
  /** "db declares no TCP port named http"; null: there is nothing to say. */
  readonly note: string | null;
}

/** What would have to be otherwise for a blocked pair, or for the missing ports of one that passes in part. */
export interface NearMisses {
  /** "Only the egress of web stops it." */
  readonly sentence: string;
  /** Each would do on its own; the smallest first, at most NEAR_MISSES. */
  readonly misses: readonly NearMiss[];
}

/** The fewest changes of one kind that let something through. */
export interface NearMiss {
  /** What would pass then: `TCP 80`. */
  readonly passes: string;
  /** One for each side that has to change; egress first. */
  readonly steps: readonly NearMissStep[];
}

/** A rule of one side that comes near, and what it lacks. */
export interface NearMissStep {
  readonly type: PolicyType;
  readonly policy: { readonly name: string; readonly namespace: string };
  /** `ingress[0]`, or `ingress` for a rule that is not there. */
  readonly path: string;
  /** The selector, peer or rule that stops it. */
  readonly place: Place;
  /** "ingress[0] of db would let it in if web had app=api (it has app=web)." */
  readonly sentence: string;
  readonly edits: readonly NearMissEdit[];
}

/** One change to the text. */
export type NearMissEdit =
  /** A label of the pods of one end; null: without that label. */
  | {
      readonly kind: 'podLabel';
      readonly entity: EntityId;
      readonly key: string;
      readonly value: string | null;
    }
  | {
      readonly kind: 'namespaceLabel';
      readonly namespace: string;
      readonly key: string;
      readonly value: string | null;
    }
  /** The requirement at this position of a selector is taken out of the peer. */
  | {
      readonly kind: 'requirement';
      readonly peer: number;
      readonly selector: 'namespaceSelector' | 'podSelector';
      readonly requirement: number;
    }
  /** The peer, which says nothing about namespaces, takes in this one. */
  | { readonly kind: 'namespace'; readonly peer: number; readonly namespace: string }
  /** The block of the peer contains the other end as well. */
  | { readonly kind: 'block'; readonly peer: number }
  /** The rule grants these ports as well. */
  | { readonly kind: 'ports'; readonly ports: string }
  /** A rule for the other end. */
  | { readonly kind: 'rule'; readonly ports: string };

export const NEAR_MISSES = 5;

/** What the cursor stands in, and what it concerns. */
export interface PlaceExplanation {
  readonly kind: 'policy' | 'rule' | 'peer' | 'selector' | 'port';
  /** The whole of it. */
  readonly place: Place;
  /** `allow-dns`, `egress[0] of allow-dns`: short, for a heading. */
  readonly label: string;
  /** Plain words, widest scope first. */
  readonly sentence: string;
  /** Cards of the present view that it selects or lets meet. */
  readonly cards: readonly PlaceCard[];
  /** Pairs of those cards towards which it grants something: `from * cards.length + to`. At most PLACE_PAIRS. */
  readonly pairs: readonly number[];
  /** How many there are. */
  readonly pairCount: number;
}

/** A card, and how many of the ends in it are concerned. */
export interface PlaceCard {
  readonly id: EntityId;
  readonly count: number;
  readonly of: number;
}

export const PLACE_PAIRS = 20_000;
