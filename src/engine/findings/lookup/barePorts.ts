import type { NetworkPolicy, PolicyPort } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { Inquiry } from '../check';
import { DNS_PORT } from './dnsServers';
import { rulesInForce, type PlacedRule } from './rules';
import { itemOf, listIn, ruleIn } from './written';

/** A port entry that says nothing of its protocol, and with it is TCP. */
export interface BarePort extends PlacedRule {
  readonly at: number;
  readonly port: PolicyPort;
}

/** Entries of a policy for these numbers that do not write a protocol. */
export function barePorts(
  policy: NetworkPolicy,
  ask: Inquiry,
  isAsked: (port: number, placed: PlacedRule) => boolean,
): readonly BarePort[] {
  return rulesInForce(policy).flatMap((placed) => {
    const { type, index, rule } = placed;
    return rule.ports.flatMap((port, at): BarePort[] => {
      if (port.protocol !== 'TCP' || typeof port.port !== 'number' || port.endPort !== null) return [];
      if (!isAsked(port.port, placed)) return [];
      const item = itemOf(listIn(ruleIn(ask.tree(policy), type, index), 'ports'), at);
      return item === null || entryOf(item, 'protocol') ? [] : [{ ...placed, at, port }];
    });
  });
}

/** Egress entries for port 53 without a protocol, in rules that do not open it for UDP as well. */
export function forgetsUdp(policy: NetworkPolicy, ask: Inquiry): readonly BarePort[] {
  return barePorts(
    policy,
    ask,
    (port, { type, rule }) =>
      port === DNS_PORT &&
      type === 'Egress' &&
      !rule.ports.some((other) => other.protocol === 'UDP' && (other.port === null || other.port === port)),
  );
}
