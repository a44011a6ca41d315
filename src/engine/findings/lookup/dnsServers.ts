import type { Space } from '../../compile/space';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Labels, ServiceObject } from '../../model/objects';
import { backingOf, targetIn } from './services';

/** A DNS server of the cluster, and the ports its pods listen on. */
export interface DnsServer {
  readonly namespace: string;
  /** What selects its pods. */
  readonly labels: Labels;
  /** Ids of the classes of its pods; none: it is not among the manifests. */
  readonly classes: readonly number[];
  readonly UDP: number;
  readonly TCP: number;
}

export const DNS_PORT = 53;
export const OPENSHIFT_DNS_PORT = 5353;
export const OPENSHIFT_DNS = 'openshift-dns';
export const SYSTEM = 'kube-system';

/** Where every cluster has it. https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/ */
export const usualDns: DnsServer = {
  namespace: SYSTEM,
  labels: new Map([['k8s-app', 'kube-dns']]),
  classes: [],
  UDP: DNS_PORT,
  TCP: DNS_PORT,
};

const known = new WeakMap<Space, DnsServer>();

/** The DNS server of the manifests: behind a Service for it, or by its usual labels; else where it usually is. */
export function dnsServerOf({ space, units }: Evaluated): DnsServer {
  const remembered = known.get(space);
  if (remembered) return remembered;
  const { cluster } = space;
  const backing = backingOf(cluster);
  const classesOf = (workloads: readonly number[]): readonly number[] => [
    ...new Set(workloads.flatMap((index) => units.workloads[index]?.end.classes ?? [])),
  ];
  const asService = (service: ServiceObject): DnsServer | null => {
    const workloads = backing.behind(service);
    const classes = classesOf(workloads);
    const pod = cluster.pods[cluster.workloads[workloads[0] ?? -1]?.pods[0] ?? -1];
    if (!pod || service.selector === null) return null;
    const portOf = (protocol: 'UDP' | 'TCP'): number => {
      const port = service.ports.find((one) => one.port === DNS_PORT && one.protocol === protocol);
      return (port && targetIn(port, pod.ports)) ?? DNS_PORT;
    };
    const { namespace, selector: labels } = service;
    return { namespace, labels, classes, UDP: portOf('UDP'), TCP: portOf('TCP') };
  };
  const asPods = (): DnsServer | null => {
    const workloads = [...cluster.workloads.keys()].filter((index) => {
      const { namespace, pods } = cluster.workloads[index] ?? { namespace: '', pods: [] };
      return namespace === SYSTEM && cluster.pods[pods[0] ?? -1]?.labels.get('k8s-app') === 'kube-dns';
    });
    return workloads.length === 0 ? null : { ...usualDns, classes: classesOf(workloads) };
  };
  const services = [SYSTEM, OPENSHIFT_DNS].flatMap((namespace) => backing.inNamespace(namespace));
  const service = services.find(
    ({ selector, ports }) =>
      selector !== null && ports.some(({ port, protocol }) => port === DNS_PORT && protocol === 'UDP'),
  );
  const server = (service && asService(service)) ?? asPods() ?? usualDns;
  known.set(space, server);
  return server;
}
