import { again } from '../parse/regular/again';
import { inDoubt, type Cursor } from '../parse/regular/cursor';
import { shape } from '../parse/regular/shape';
import {
  readBoolean,
  readInteger,
  readItems,
  readMap,
  readMapHere,
  readString,
} from '../parse/regular/values';
import { decodeRegularAddress, addresses, sharedAddresses } from './decodeRegularAddress';
import type { RegularKind } from './decodeRegularKind';
import { lenientShape } from './decodeRegularShape';
import { oneOf, portNames, texts } from './decodeRegularStrings';
import { DEFAULT_NAMESPACE, DEFAULT_PROTOCOL } from './defaults';
import { containerFields, containerPortFields, podSpecFields } from './knownFields';
import type { ContainerPort, Labels, PodShape, Protocol } from './objects';

/** What is read of a pod's spec, or of a template's. */
export interface RegularPodSpec {
  ports: readonly ContainerPort[];
  initPorts: readonly ContainerPort[];
  hostNetwork: boolean;
  nodeName: string | null;
}

export function emptyPodSpec(): RegularPodSpec {
  return { ports: [], initPorts: [], hostNetwork: false, nodeName: null };
}

/** The value of the key that was found. */
export function readPodSpec(cursor: Cursor, spec: RegularPodSpec): void {
  readMap(cursor, podSpecShape, spec);
}

export function podShapeOf(labels: Labels, spec: RegularPodSpec): PodShape {
  const { hostNetwork, nodeName } = spec;
  return { labels, ports: portsOf(spec), hostNetwork, nodeName };
}

function portsOf({ ports, initPorts }: RegularPodSpec): readonly ContainerPort[] {
  return initPorts.length === 0 ? ports : [...ports, ...initPorts];
}

const podSpecShape = lenientShape<RegularPodSpec>(podSpecFields, {
  containers: (cursor, spec) => {
    spec.ports = portsOfContainers(cursor);
  },
  initContainers: (cursor, spec) => {
    spec.initPorts = portsOfInitContainers(cursor);
  },
  hostNetwork: (cursor, spec) => {
    spec.hostNetwork = readBoolean(cursor);
  },
  nodeName: (cursor, spec) => {
    spec.nodeName = readString(cursor, texts);
  },
});

const containerShape = lenientShape<ContainerPort[]>(containerFields, {
  ports: (cursor, ports) => {
    const first = ports.length;
    readItems(cursor, () => {
      const port: OpenPort = { name: null, protocol: DEFAULT_PROTOCOL, port: 0 };
      readMapHere(cursor, containerPortShape, port);
      const { name } = port;
      if (port.port < 1 || (name !== null && ports.some((other, at) => at >= first && other.name === name))) {
        throw inDoubt;
      }
      ports.push(port);
    });
  },
});

function readContainers(cursor: Cursor): readonly ContainerPort[] {
  const ports: ContainerPort[] = [];
  readItems(cursor, () => readMapHere(cursor, containerShape, ports));
  return ports;
}

const portsOfContainers = again(readContainers);
const portsOfInitContainers = again(readContainers);

const protocolOf = oneOf<Protocol>(['TCP', 'UDP', 'SCTP']);

/** The value of `protocol`, the same wherever a port has one. */
export function readProtocol(cursor: Cursor): Protocol {
  const protocol = protocolOf(readString(cursor, texts));
  if (protocol === null) throw inDoubt;
  return protocol;
}

/** The number of a port. */
export function readPortNumber(cursor: Cursor): number {
  const port = readInteger(cursor);
  if (port < 1 || port > 65535) throw inDoubt;
  return port;
}

interface OpenPort {
  name: string | null;
  protocol: Protocol;
  port: number;
}

const containerPortShape = lenientShape<OpenPort>(containerPortFields, {
  containerPort: (cursor, port) => {
    port.port = readPortNumber(cursor);
  },
  name: (cursor, port) => {
    port.name = readString(cursor, portNames);
  },
  protocol: (cursor, port) => {
    port.protocol = readProtocol(cursor);
  },
});

interface Status {
  phase: string;
  unready: boolean;
  podIP: string | null;
  hostIP: string | null;
  podIPs: string[];
  hostIPs: string[];
}

const statusNames = [
  ...[
    'conditions',
    'containerStatuses',
    'hostIP',
    'hostIPs',
    'initContainerStatuses',
    'phase',
    'podIP',
    'podIPs',
  ],
  ...['observedGeneration', 'qosClass', 'startTime'],
];

const conditionNames = ['lastProbeTime', 'lastTransitionTime', 'message', 'reason', 'status', 'type'];
const conditionShape = shape<{ type: string; status: string }>(conditionNames, () => true, {
  type: (cursor, condition) => {
    condition.type = readString(cursor, texts);
  },
  status: (cursor, condition) => {
    condition.status = readString(cursor, texts);
  },
});

function readConditions(cursor: Cursor): boolean {
  let unready = false;
  readItems(cursor, () => {
    const condition = { type: '', status: '' };
    readMapHere(cursor, conditionShape, condition);
    if (condition.type === 'Ready' && condition.status !== 'True') unready = true;
  });
  return unready;
}

const isUnready = again(readConditions);

const statusShape = shape<Status>(statusNames, () => true, {
  conditions: (cursor, status) => {
    status.unready = isUnready(cursor);
  },
  phase: (cursor, status) => {
    status.phase = readString(cursor, texts);
  },
  podIP: (cursor, status) => {
    status.podIP = readString(cursor, addresses);
  },
  hostIP: (cursor, status) => {
    status.hostIP = readString(cursor, sharedAddresses);
  },
  podIPs: (cursor, { podIPs }) => readItems(cursor, () => readMapHere(cursor, podIpShape, podIPs)),
  hostIPs: (cursor, { hostIPs }) => readItems(cursor, () => readMapHere(cursor, hostIpShape, hostIPs)),
});

const podIpShape = shape<string[]>(['ip'], () => true, {
  ip: (cursor, list) => void list.push(readString(cursor, addresses)),
});
const hostIpShape = shape<string[]>(['ip'], () => true, {
  ip: (cursor, list) => void list.push(readString(cursor, sharedAddresses)),
});

/** The first address of each family in the list, or else the single one. */
function addressesOf(listed: readonly string[], single: string | null): readonly string[] {
  const found = (listed.length > 0 || single === null ? listed : [single]).map(decodeRegularAddress);
  if (found.length < 2) return found;
  const isSix = (address: string): boolean => address.includes(':');
  return found.filter(
    (address, index) => found.findIndex((other) => isSix(other) === isSix(address)) === index,
  );
}

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
export const regularPod: RegularKind = () => {
  const spec = emptyPodSpec();
  const status: Status = { phase: '', unready: false, podIP: null, hostIP: null, podIPs: [], hostIPs: [] };
  return {
    readSpec: (cursor) => readPodSpec(cursor, spec),
    readStatus: (cursor) => readMap(cursor, statusShape, status),
    // Field by field: there are many pods, and spreading takes its time.
    finish: ({ name, nameRange, namespace, labels, owner, terminating }, range) => ({
      kind: 'Pod',
      name,
      nameRange,
      namespace: namespace ?? DEFAULT_NAMESPACE,
      range,
      labels,
      ports: portsOf(spec),
      hostNetwork: spec.hostNetwork,
      nodeName: spec.nodeName,
      owner,
      completed: status.phase === 'Succeeded' || status.phase === 'Failed',
      pending: status.phase === 'Pending',
      unready: status.unready,
      terminating,
      addresses: addressesOf(status.podIPs, status.podIP),
      hostAddresses: addressesOf(status.hostIPs, status.hostIP),
    }),
  };
};
