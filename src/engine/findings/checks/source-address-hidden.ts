import { t } from '../../../language/t';
import { parseCidr } from '../../model/address';
import type { ServiceObject } from '../../model/objects';
import type { Evaluated } from '../../evaluate/evaluated';
import type { IpBlockPeer, NetworkPolicy, Rule } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { setEntry } from '../edit';
import { isInside, privateRanges } from '../lookup/addresses';
import { classesSelected, unitsOf, workloadsOf } from '../lookup/classes';
import { firstPod } from '../lookup/declared';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { blocksOf, rulesInForce } from '../lookup/rules';
import { backingOf, targetIn } from '../lookup/services';
import { fixIn, mapIn } from '../lookup/written';

/** Clients outside are let in by their addresses, which the Service in front replaces by a node's. */
export const sourceAddressHidden: PolicyCheck = {
  code: 'source-address-hidden',
  severity: 'warning',
  docs: pages.sourceAddress,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy)
      .filter(({ type }) => type === 'Ingress')
      .flatMap(({ rule }) => {
        const block = blocksOf(rule).find(isPublic);
        const service = block && hidingService(policy, rule, ask.state);
        return block && service ? [foundAt(policy, block, service, ask)] : [];
      }),
};

/** Particular addresses of the outside: neither everything nor anything private. */
function isPublic({ cidr: text }: IpBlockPeer): boolean {
  const cidr = parseCidr(text);
  if (cidr === null || cidr.prefix === 0) return false;
  return !privateRanges.some((range) => isInside(cidr, range) || isInside(range, cidr));
}

/** A Service that hides who calls, in front of a selected pod on a port the rule opens. */
function hidingService(policy: NetworkPolicy, { ports }: Rule, state: Evaluated): ServiceObject | undefined {
  const backing = backingOf(state.space.cluster);
  const selected = new Set(workloadsOf(state, classesSelected(state, policy)));
  return backing.inNamespace(policy.namespace).find((service) => {
    const isOpen = service.type === 'NodePort' || service.type === 'LoadBalancer';
    if (!isOpen || service.externalTrafficPolicy !== 'Cluster') return false;
    return backing.behind(service).some((index) => {
      if (!selected.has(index)) return false;
      const declared = firstPod(state, index)?.ports ?? [];
      return service.ports.some((one) => {
        const target = targetIn(one, declared);
        const isNamed = ports.some(
          ({ port, protocol }) =>
            typeof port === 'string' &&
            declared.some(({ name, port: number }) => name === port && number === target) &&
            protocol === one.protocol,
        );
        return target !== null && (isNamed || opensNumber(ports, one.protocol, target));
      });
    });
  });
}

function foundAt(policy: NetworkPolicy, block: IpBlockPeer, service: ServiceObject, ask: Inquiry): Found {
  const { state } = ask;
  return {
    object: policy,
    range: block.range,
    message: t`Callers from ${block.cidr} come through the Service ${service.name}, which may show a node's address instead of theirs.`,
    explanation: t`A ${service.type} Service with externalTrafficPolicy: Cluster (the default) lets a connection in at any node, which passes it on under its own address. The policy then sees the node and not the caller, and this rule does not match. With externalTrafficPolicy: Local the address of the caller stays.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: fixIn(ask, service, t`Set externalTrafficPolicy: Local on ${service.name}`, (sheet, tree) => {
      const spec = mapIn(tree, 'spec');
      return spec && setEntry(sheet, spec, 'externalTrafficPolicy', 'Local', 'type');
    }),
  };
}
