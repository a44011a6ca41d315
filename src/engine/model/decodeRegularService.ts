import { inDoubt } from '../parse/regular/cursor';
import { passValue } from '../parse/regular/pass';
import {
  atDigit,
  readBoolean,
  readItems,
  readMap,
  readMapHere,
  readString,
  readStringAt,
} from '../parse/regular/values';
import { clusterAddresses, decodeRegularAddress } from './decodeRegularAddress';
import type { RegularKind } from './decodeRegularKind';
import { readLabels } from './decodeRegularMetadata';
import { readPortNumber, readProtocol } from './decodeRegularPod';
import { lenientShape } from './decodeRegularShape';
import { oneOf, portNames, sharedNames, texts } from './decodeRegularStrings';
import { DEFAULT_NAMESPACE, DEFAULT_PROTOCOL } from './defaults';
import { servicePortFields, serviceSpecFields } from './knownFields';
import type { Labels, Protocol, ServiceObject, ServicePort } from './objects';
import { checkDnsLabel } from './validateNames';

interface Spec {
  wasRead: boolean;
  type: ServiceObject['type'];
  selector: Labels | null;
  readonly ports: ServicePort[];
  clusterIP: string | null;
  readonly clusterIPs: string[];
  externalTrafficPolicy: ServiceObject['externalTrafficPolicy'];
  publishNotReadyAddresses: boolean;
  externalName: string | null;
}

const names = sharedNames(checkDnsLabel);

/** Of several ports each has a name, and none stands for another. */
const goTogether = (one: ServicePort, other: OpenPort): boolean =>
  one.name !== null &&
  other.name !== null &&
  one.name !== other.name &&
  (one.port !== other.port || one.protocol !== other.protocol);

interface OpenPort {
  name: string | null;
  protocol: Protocol;
  port: number;
  targetPort: number | string | null;
}

const portShape = lenientShape<OpenPort>(servicePortFields, {
  name: (cursor, port) => {
    port.name = readString(cursor, names);
  },
  port: (cursor, port) => {
    port.port = readPortNumber(cursor);
  },
  protocol: (cursor, port) => {
    port.protocol = readProtocol(cursor);
  },
  targetPort: (cursor, port) => {
    port.targetPort = atDigit(cursor) ? readPortNumber(cursor) : readString(cursor, portNames);
  },
});

const typeOf = oneOf<ServiceObject['type']>(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']);
const trafficPolicyOf = oneOf<ServiceObject['externalTrafficPolicy']>(['Cluster', 'Local']);

const specShape = lenientShape<Spec>(serviceSpecFields, {
  type: (cursor, spec) => {
    const type = typeOf(readString(cursor, texts));
    if (type === null) throw inDoubt;
    spec.type = type;
  },
  externalTrafficPolicy: (cursor, spec) => {
    const policy = trafficPolicyOf(readString(cursor, texts));
    if (policy === null) throw inDoubt;
    spec.externalTrafficPolicy = policy;
  },
  publishNotReadyAddresses: (cursor, spec) => {
    spec.publishNotReadyAddresses = readBoolean(cursor);
  },
  externalName: (cursor, spec) => {
    spec.externalName = readString(cursor, texts);
  },
  selector: (cursor, spec) => {
    const labels = readLabels(cursor);
    spec.selector = labels.size > 0 ? labels : null;
  },
  clusterIP: (cursor, spec) => {
    spec.clusterIP = readString(cursor, clusterAddresses);
  },
  clusterIPs: (cursor, spec) => {
    readItems(cursor, () => void spec.clusterIPs.push(readStringAt(cursor, cursor.start, clusterAddresses)));
  },
  ports: (cursor, spec) => {
    readItems(cursor, () => {
      const open: OpenPort = { name: null, protocol: DEFAULT_PROTOCOL, port: 0, targetPort: null };
      readMapHere(cursor, portShape, open);
      const { name, protocol, port, targetPort } = open;
      if (port < 1 || spec.ports.some((one) => !goTogether(one, open))) throw inDoubt;
      spec.ports.push({ name, protocol, port, targetPort: targetPort ?? port });
    });
  },
});

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export const regularService: RegularKind = () => {
  const spec: Spec = {
    wasRead: false,
    type: 'ClusterIP',
    selector: null,
    ports: [],
    clusterIP: null,
    clusterIPs: [],
    externalTrafficPolicy: 'Cluster',
    publishNotReadyAddresses: false,
    externalName: null,
  };
  return {
    readSpec: (cursor) => {
      spec.wasRead = true;
      readMap(cursor, specShape, spec);
    },
    readStatus: passValue,
    finish: ({ name, nameRange, namespace }, range) => {
      if (!spec.wasRead) throw inDoubt;
      const { type, selector, ports, clusterIP, clusterIPs } = spec;
      const { externalTrafficPolicy, publishNotReadyAddresses, externalName } = spec;
      const written = clusterIPs.length > 0 || clusterIP === null ? clusterIPs : [clusterIP];
      return {
        kind: 'Service',
        name,
        nameRange,
        namespace: namespace ?? DEFAULT_NAMESPACE,
        range,
        type,
        selector,
        ports,
        headless: written.includes('None'),
        clusterAddresses: written.filter((address) => address !== 'None').map(decodeRegularAddress),
        externalTrafficPolicy,
        publishNotReadyAddresses,
        externalName,
      };
    },
  };
};
