import type { MapTree } from '../parse/tree';
import type { Range } from '../source';
import type { NetworkPolicy, PolicyType, LabelSelector } from './policy';

/**
 * What the decoders make of one Kubernetes object. Defaults are applied, only what decides connectivity is kept
 * (labels, ports, selectors, addresses, owners). Ranges count from the start of the document.
 */
export type DecodedObject =
  | NamespaceObject
  | RejectedNamespace
  | PodObject
  | WorkloadObject
  | ServiceObject
  | IngressObject
  | GatewayObject
  | RouteObject
  | NodeObject
  | NetworkPolicy
  | RejectedPolicy
  | UnsupportedPolicy
  | ExpectationsObject
  | IgnoredObject;

export type Labels = ReadonlyMap<string, string>;
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

interface Named {
  /** From metadata.name, or `<generateName>*` when only that is given. */
  readonly name: string;
  /** The object's name in the text, or the whole object when there is none. */
  readonly nameRange: Range;
  readonly range: Range;
}

interface Namespaced extends Named {
  /** `default` when the text does not say. */
  readonly namespace: string;
}

export interface NamespaceObject extends Named {
  readonly kind: 'Namespace';
  /** Includes kubernetes.io/metadata.name, which always is the name, whatever the text says. */
  readonly labels: Labels;
}

/**
 * A Namespace the API server would refuse. Whether the cluster has another in its place, and with which labels, is not
 * known.
 */
export interface RejectedNamespace extends Named {
  readonly kind: 'RejectedNamespace';
}

/** A declared containerPort of any container of the pod. */
export interface ContainerPort {
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly port: number;
}

/** What a pod template and a pod have in common. */
export interface PodShape {
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly nodeName: string | null;
}

export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
}

export interface PodObject extends Namespaced, PodShape {
  readonly kind: 'Pod';
  /** The controller among ownerReferences, else the first one. */
  readonly owner: OwnerReference | null;
  /** status.phase is Succeeded or Failed: it no longer has a network identity. */
  readonly completed: boolean;
  /** status.phase is Pending: not all of its containers run yet, so it is not ready. */
  readonly pending: boolean;
  /** Its condition Ready is there and not True. */
  readonly unready: boolean;
  /** metadata.deletionTimestamp is set: it is being deleted. */
  readonly terminating: boolean;
  /** status.podIPs (or podIP), at most one per family, canonical text; empty when not known. */
  readonly addresses: readonly string[];
  /** status.hostIPs (or hostIP). */
  readonly hostAddresses: readonly string[];
}

export type WorkloadKind =
  'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'ReplicationController' | 'Job' | 'CronJob';

export interface WorkloadObject extends Namespaced, PodShape {
  readonly kind: WorkloadKind;
  /** spec.replicas with its default of 1; parallelism for jobs; 1 for a DaemonSet. */
  readonly replicas: number;
  /** The number of the first of them, which counts for a StatefulSet only. */
  readonly firstOrdinal: number;
  /** The Service under which each pod of a StatefulSet has a name of its own; null: not written. */
  readonly serviceName: string | null;
  /** A Job whose pods have only the labels that are written. */
  readonly selectsByHand: boolean;
  /** A Job of which each pod has a number. */
  readonly isIndexed: boolean;
  readonly owner: OwnerReference | null;
}

export interface ServicePort {
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly port: number;
  /** Number, or the name of a container port; equals `port` when the text does not say. */
  readonly targetPort: number | string;
}

export interface ServiceObject extends Namespaced {
  readonly kind: 'Service';
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** null: no selector, endpoints are made by hand. */
  readonly selector: Labels | null;
  readonly ports: readonly ServicePort[];
  readonly headless: boolean;
  readonly clusterAddresses: readonly string[];
  readonly externalTrafficPolicy: 'Cluster' | 'Local';
  /** Pods that are not ready, or are being deleted, are endpoints like any other. */
  readonly publishNotReadyAddresses: boolean;
  /** The name that one of type ExternalName stands for; null: not written. */
  readonly externalName: string | null;
}

export interface IngressObject extends Namespaced {
  readonly kind: 'Ingress';
  /** Names of the Services it sends to, in the same namespace. */
  readonly backends: readonly string[];
}

/** https://gateway-api.sigs.k8s.io/api-types/gateway/ */
export interface GatewayObject extends Namespaced {
  readonly kind: 'Gateway';
  /** Says who runs it; null: not written. */
  readonly className: string | null;
}

export const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const;
export type RouteKind = (typeof routeKinds)[number];

/** A route of the Gateway API. */
export interface RouteObject extends Namespaced {
  readonly kind: RouteKind;
  /** The Gateways it belongs to. */
  readonly gateways: readonly ObjectName[];
  /** The Services it sends to; `port` is one of the Service. */
  readonly backends: readonly (ObjectName & { readonly port: number | null })[];
}

export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

export interface NodeObject extends Named {
  readonly kind: 'Node';
  readonly labels: Labels;
  readonly addresses: readonly string[];
}

/**
 * A NetworkPolicy the API server would refuse. It is not in the cluster; what the cluster has in its place (nothing,
 * or an older version) is not known. As much as could be read says which verdicts that leaves undecided.
 */
export interface RejectedPolicy {
  readonly kind: 'RejectedPolicy';
  readonly name: string;
  /** null: could not be read, so it may be any. */
  readonly namespace: string | null;
  /** null: could not be read, so it may select any pod. */
  readonly podSelector: LabelSelector | null;
  readonly policyTypes: readonly PolicyType[];
  readonly nameRange: Range;
  readonly range: Range;
}

/** A policy of a kind this program does not evaluate (Cilium, Calico, Admin/ClusterNetworkPolicy, …). */
export interface UnsupportedPolicy {
  readonly kind: 'UnsupportedPolicy';
  readonly apiVersion: string;
  readonly policyKind: string;
  readonly name: string;
  /** null: cluster-wide. */
  readonly namespace: string | null;
  /** It is asked after NetworkPolicies, and only of pods that none of them isolates. */
  readonly isBaseline: boolean;
  /** It is about what pods send to others than pods, and nothing else. */
  readonly isAboutOutside: boolean;
  readonly nameRange: Range;
  readonly range: Range;
}

/** What the user says must hold. It is no object of the cluster, and is read only when it is checked. */
export interface ExpectationsObject extends Named {
  readonly kind: 'Expectations';
  /** null: the text cannot be parsed. */
  readonly tree: MapTree | null;
  /** What was wrong with its text, though it could be parsed. */
  readonly doubts: readonly Range[];
}

/** A well-formed object of a kind that does not matter here. */
export interface IgnoredObject {
  readonly kind: 'Ignored';
  readonly apiVersion: string;
  readonly objectKind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly range: Range;
}
