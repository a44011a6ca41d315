import type { Edge, Node } from '@xyflow/react';
import type { ExternalEntity, Tone, WorkloadEntity } from '../../engine';
import type { Point } from '../geometry/box';
import type { Curve } from '../geometry/curve';

// Type aliases, not interfaces: React Flow wants data with an index signature.

/** faded: something else is selected. strong: it is selected, or belongs to what is. */
export type Strength = 'plain' | 'strong' | 'faded';

export type Locks = { readonly ingress: boolean; readonly egress: boolean };

export type WorkloadLook = {
  readonly entity: WorkloadEntity;
  /** True: isolated in that direction. */
  readonly locks: Locks;
  readonly fromOutside: boolean;
  readonly toOutside: boolean;
  readonly strength: Strength;
  readonly expanded: boolean;
};

export type ExternalLook = { readonly entity: ExternalEntity; readonly strength: Strength };

export type FrameLook = {
  readonly title: string;
  readonly outside: boolean;
  /** False: no Namespace object declares it. */
  readonly declared: boolean;
  /** Names of the policies that select every pod, by the direction they isolate. */
  readonly ingressPolicies: readonly string[];
  readonly egressPolicies: readonly string[];
};

/** A namespace, or the world outside, as one card. */
export type NamespaceLook = FrameLook & {
  readonly workloads: number;
  readonly isolated: { readonly ingress: number; readonly egress: number };
  /** Ordered pairs of its own workloads. */
  readonly inside: { readonly passing: number; readonly total: number };
  readonly strength: Strength;
};

export type Change = 'opened' | 'closed' | 'changed';

export type PairLook = {
  readonly tone: Tone;
  readonly both: boolean;
  readonly curve: Curve;
  /** Where on a blocked line its stop mark sits; null on all others. */
  readonly stop: number | null;
  readonly pill: PillLook | null;
  readonly change: Change | null;
  readonly strength: Strength;
  /** It is the selection itself. */
  readonly selected: boolean;
};

export type PillLook = {
  readonly at: Point;
  readonly text: string;
  readonly width: number;
  readonly title: string;
};

export type NamespacePairLook = {
  readonly curve: Curve;
  readonly passing: number;
  readonly total: number;
  readonly pill: PillLook | null;
  readonly strength: Strength;
};

export type PictureNode =
  | Node<WorkloadLook, 'workload'>
  | Node<ExternalLook, 'external'>
  | Node<FrameLook, 'frame'>
  | Node<FrameLook, 'title'>
  | Node<NamespaceLook, 'namespace'>;

export type VerdictEdge = Edge<PairLook, 'verdict'> & { type: 'verdict'; data: PairLook };
export type NamespaceEdge = Edge<NamespacePairLook, 'namespaces'> & {
  type: 'namespaces';
  data: NamespacePairLook;
};
export type PictureEdge = VerdictEdge | NamespaceEdge;

/** What React Flow is given; it asks for arrays it could write to, but does not. */
export interface Flow {
  readonly nodes: PictureNode[];
  readonly edges: PictureEdge[];
}
