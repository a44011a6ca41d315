import type { Check } from '../check';
import { namespaceLabelMissing } from './namespace-label-missing';
import { dnsForgotten } from './dns-forgotten';
import { openshiftDnsPort } from './openshift-dns-port';
import { servicePort } from './service-port';
import { protocolForgotten } from './protocol-forgotten';
import { namedPort } from './named-port';
import { negativeNamespaceSelector } from './negative-namespace-selector';
import { andOrDash } from './and-or-dash';
import { emptyAllowsAll } from './empty-allows-all';
import { mistypedField } from './mistyped-field';
import { ownNamespaceOnly } from './own-namespace-only';
import { directionNotListed } from './direction-not-listed';
import { typesOmitted } from './types-omitted';
import { egressNotDenied } from './egress-not-denied';
import { hostBits } from './host-bits';
import { nullSelector } from './null-selector';
import { selectsNothing } from './selects-nothing';
import { portEntryWithoutPort } from './port-entry-without-port';
import { missingSeparator } from './missing-separator';
import { labelNotAString } from './label-not-a-string';
import { samePriority } from './same-priority';
import { adminAcceptBypasses } from './admin-accept-bypasses';
import { denyNetworkHitsPods } from './deny-network-hits-pods';
import { outdatedClusterPolicy } from './outdated-cluster-policy';
import { clusterIp } from './cluster-ip';
import { podAddress } from './pod-address';
import { hostNetwork } from './host-network';
import { apiServerSelected } from './api-server-selected';
import { ipv6Forgotten } from './ipv6-forgotten';
import { sourceAddressHidden } from './source-address-hidden';
import { dnsUdpOnly } from './dns-udp-only';
import { nodeLocalDns } from './node-local-dns';
import { webhookBlocked } from './webhook-blocked';
import { ingressControllerBlocked } from './ingress-controller-blocked';
import { exceptReopened } from './except-reopened';
import { cancelledByBroader } from './cancelled-by-broader';
import { selfThroughService } from './self-through-service';
import { peerMatchesNothing } from './peer-matches-nothing';
import { ping } from './ping';
import { endPort } from './end-port';
import { notEnforced } from './not-enforced';
import { oneSideOnly } from './one-side-only';

/** Every check; a new one is a file here and a line. */
export const checks: readonly Check[] = [
  andOrDash,
  emptyAllowsAll,
  mistypedField,
  ownNamespaceOnly,
  directionNotListed,
  typesOmitted,
  egressNotDenied,
  hostBits,
  nullSelector,
  selectsNothing,
  portEntryWithoutPort,
  missingSeparator,
  labelNotAString,
  samePriority,
  adminAcceptBypasses,
  denyNetworkHitsPods,
  outdatedClusterPolicy,
  namespaceLabelMissing,
  dnsForgotten,
  openshiftDnsPort,
  servicePort,
  protocolForgotten,
  namedPort,
  negativeNamespaceSelector,
  clusterIp,
  podAddress,
  hostNetwork,
  apiServerSelected,
  ipv6Forgotten,
  sourceAddressHidden,
  dnsUdpOnly,
  nodeLocalDns,
  webhookBlocked,
  ingressControllerBlocked,
  exceptReopened,
  cancelledByBroader,
  selfThroughService,
  peerMatchesNothing,
  ping,
  endPort,
  notEnforced,
  oneSideOnly,
];
