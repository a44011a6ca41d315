import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import type { Plain } from '../edit';
import type { DnsServer } from './dnsServers';

/** An egress rule that opens the cluster's DNS, as it is to be written. */
export function dnsRule({ namespace, labels, UDP, TCP }: DnsServer): Plain {
  return {
    to: [
      {
        namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } },
        podSelector: { matchLabels: Object.fromEntries(labels) },
      },
    ],
    ports: [
      { protocol: 'UDP', port: UDP },
      { protocol: 'TCP', port: TCP },
    ],
  };
}
