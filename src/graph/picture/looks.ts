import type { Edge, Node } from '@xyflow/react';
import type {
  AlikeFold,
  EntityId,
  ExternalEntity,
  NamespaceFold,
  OutsideFold,
  PodEntity,
  Tone,
  WorkloadEntity,
} from '../../engine';
import type { Point } from '../geometry/box';
import type { Curve } from '../geometry/curve';
import type { HubKind } from './hubs';
import type { LabelsLook } from './tellingLabels';

// Type aliases, not interfaces: React Flow wants data with an index signature.

/** faded: something else is selected. strong: it is selected, or belongs to what is. */
export type Strength = 'plain' | 'strong' | 'faded';

/** How many of what a card stands for are isolated in one direction, and of how many more that cannot be said. */
export type LockLook = { readonly closed: number; readonly unsure: number; readonly of: number };

/** What every card inside the cluster says of itself. */
export type CardLook = {
  readonly strength: Strength;
  readonly ingress: LockLook;
  readonly egress: LockLook;
  readonly fromOutside: boolean;
  readonly toOutside: boolean;
  /** Connections with hubs that no line tells. */
  readonly hubs: readonly { readonly kind: HubKind; readonly sentence: string }[];
  readonly stub: StubLook | null;
};

/** Lines of a card that are not drawn. */
export type StubLook = { readonly count: number; readonly sentence: string };

export type WorkloadLook = {
  readonly entity: WorkloadEntity;
  readonly card: CardLook;
  /** From where on its name differs from its neighbours'. */
  readonly telling: number;
  /** Those it tells, in their order. */
  readonly labels: LabelsLook;
  /** The unfolded group of which it is the first: folding that closes it again. */
  readonly group: EntityId | null;
};

export type AlikeLook = {
  readonly entity: AlikeFold;
  readonly card: CardLook;
  readonly telling: number;
  readonly labels: LabelsLook;
};

/** scale: how large the card is against its normal size. */
export type PodLook = {
  readonly entity: PodEntity;
  readonly card: CardLook;
  /** The part of its name that tells it from its siblings. */
  readonly short: string;
  readonly scale: number;
};

export type NamespaceLook = {
  readonly entity: NamespaceFold;
  readonly card: CardLook;
  readonly frame: FrameLook;
  /** Ordered pairs of its own workloads. */
  readonly inside: { readonly passing: number; readonly total: number };
  readonly ground: GroundLook;
};

/** A card that fills a territory: how large its words are. */
export type GroundLook = {
  /** Of everything on the card against its normal size. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** What is read of it from so far away that the rest cannot be. */
  readonly far: FarLook | null;
};

/** The size of the name's letters, and how much larger than designed the locks are; null: there is no room for them. */
export type FarLook = {
  readonly letters: number;
  readonly locks: { readonly scale: number; readonly hasWords: boolean } | null;
};

export type OutsideLook = {
  readonly entity: OutsideFold;
  readonly strength: Strength;
  readonly ground: GroundLook;
};

export type ExternalLook = {
  readonly entity: ExternalEntity;
  readonly strength: Strength;
  readonly telling: number;
};

export type FrameLook = {
  readonly id: EntityId;
  readonly title: string;
  /** From where on it differs from other namespaces' names. */
  readonly telling: number;
  readonly outside: boolean;
  /** False: no Namespace object declares it. */
  readonly declared: boolean;
  /** Names of the policies that select every pod, by the direction they isolate. */
  readonly ingressPolicies: readonly string[];
  readonly egressPolicies: readonly string[];
};

/** The ground of a frame, with the places of cards that a fold stands for, as the `d` of an SVG path. */
export type FrameGround = FrameLook & { readonly ghosts: string };

/** A frame's title; letters: their size on the ground of a map, seen from far away. Null: that of the style sheet. */
export type TitleLook = FrameLook & { readonly foldable: boolean; readonly letters: number | null };

/** The ground the pods of a workload stand on. */
export type PodsLook = { readonly id: EntityId; readonly title: string; readonly count: number };

export type Change = 'opened' | 'closed' | 'changed';

export type PairLook = {
  readonly tone: Tone;
  readonly both: boolean;
  /** How many of its pairs pass, of more than one; null: a single pair. */
  readonly share: { readonly passing: number; readonly total: number } | null;
  readonly curve: Curve;
  /** Where on a blocked line its stop mark sits; null on all others. */
  readonly stop: number | null;
  readonly pill: PillLook | null;
  readonly change: Change | null;
  readonly strength: Strength;
  /** It is the selection itself. */
  readonly selected: boolean;
  /** How much thicker it is drawn, to be seen from far away. */
  readonly scale: number;
};

export type PillLook = {
  readonly at: Point;
  /** Its line is shorter than it is: it lies over the cards at both ends. */
  readonly isOver: boolean;
  readonly text: string;
  readonly width: number;
  readonly title: string;
};

export type PictureNode =
  | Node<WorkloadLook, 'workload'>
  | Node<AlikeLook, 'alike'>
  | Node<PodLook, 'pod'>
  | Node<NamespaceLook, 'namespace'>
  | Node<OutsideLook, 'outside'>
  | Node<ExternalLook, 'external'>
  | Node<FrameGround, 'frame'>
  | Node<TitleLook, 'title'>
  | Node<PodsLook, 'pods'>;

export type PictureEdge = Edge<PairLook, 'verdict'> & { type: 'verdict'; data: PairLook };

/** What React Flow is given; it asks for arrays it could write to, but does not. */
export interface Flow {
  readonly nodes: PictureNode[];
  readonly edges: PictureEdge[];
}
