import { t } from '../../../language/t';
import { formatCidr, parseAddress, parseCidr } from '../../model/address';
import type { Cluster } from '../../model/cluster';
import type { Evaluated } from '../../evaluate/evaluated';
import type { IpBlockPeer, NetworkPolicy, Rule } from '../../model/policy';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { appendItem, setEntry } from '../edit';
import { addressesOf, isInside, privateRanges } from '../lookup/addresses';
import { classesSelected, unitsOf, workloadsOf } from '../lookup/classes';
import { firstPod } from '../lookup/declared';
import { pages } from '../lookup/pages';
import { appendItems } from '../lookup/replaceItem';
import { blocksOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, mapIn, peersKey } from '../lookup/written';

/**
 * All of IPv4 without all of IPv6, in a cluster that has both (or does not show its addresses: then said once of a
 * policy); or excepts for one of them only. A range of pods that have both is a case for selectors anyway.
 */
export const ipv6Forgotten: PolicyCheck = {
  code: 'ipv6-forgotten',
  severity: 'warning',
  docs: pages.dualStack,
  looksAt: 'policy',
  find: (policy, ask) => {
    const rules = rulesInForce(policy);
    const has = hasIpv6(ask.state.space.cluster);
    const missing = has === 'no' ? [] : rules.flatMap((placed) => findMissing(policy, placed, has, ask));
    return [
      ...(has === 'maybe' ? missing.slice(0, 1) : missing),
      ...rules.flatMap((placed) => findUnexcepted(policy, placed, ask)),
    ];
  },
};

const EVERY_IPV6 = '::/0';
/** Unique local and link-local addresses. */
const privateIpv6 = ['fc00::/7', 'fe80::/10'];

function findMissing(
  policy: NetworkPolicy,
  placed: PlacedRule,
  has: 'yes' | 'maybe',
  ask: Inquiry,
): readonly Found[] {
  const blocks = blocksOf(placed.rule);
  if (blocks.some(({ cidr }) => parseCidr(cidr)?.family === 6)) return [];
  const block = blocks.find(({ cidr }) => parseCidr(cidr)?.prefix === 0);
  if (block === undefined || isOpenedBeside(policy, placed)) return [];
  const classes = classesSelected(ask.state, policy);
  return [
    {
      object: policy,
      range: block.range,
      severity: has === 'yes' ? 'warning' : 'info',
      message: t`${block.cidr} is all of IPv4 only; IPv6 stays closed.`,
      explanation:
        has === 'maybe'
          ? t`A block of IPv4 addresses never matches an IPv6 one. The manifests do not show whether the cluster has IPv6: where it does, programs often try it first, get no answer, and wait or fail. Add ::/0 beside it if the cluster is dual-stack.`
          : haveOnlyIpv6(ask.state, workloadsOf(ask.state, classes))
            ? t`A block of IPv4 addresses never matches an IPv6 one, and the pods this policy selects have no others: for them it opens nothing. Add ::/0 beside it, or instead of it.`
            : t`A block of IPv4 addresses never matches an IPv6 one, and this cluster has both. Programs often try IPv6 first: they get no answer there, and wait or fail. Add ::/0 beside it.`,
      concerns: unitsOf(ask.state, classes),
      fixes: fixMissing(policy, placed, block, ask),
    },
  ];
}

/** Another rule does for all of IPv6 what this one does for IPv4. */
function isOpenedBeside(policy: NetworkPolicy, { type, rule }: PlacedRule): boolean {
  const ports = portsOf(rule);
  return rulesInForce(policy).some(
    (other) =>
      other.type === type &&
      blocksOf(other.rule).some(({ cidr }) => isEvery(cidr, 6)) &&
      (other.rule.ports.length === 0 || portsOf(other.rule) === ports),
  );
}

function portsOf({ ports }: Rule): string {
  return ports
    .map(({ protocol, port, endPort }) => [protocol, port, endPort].join(' '))
    .sort()
    .join();
}

function haveOnlyIpv6(state: Evaluated, workloads: readonly number[]): boolean {
  const addresses = workloads.flatMap((index) => firstPod(state, index)?.addresses ?? []);
  return addresses.length > 0 && addresses.every(({ family }) => family === 6);
}

function fixMissing(
  policy: NetworkPolicy,
  placed: PlacedRule,
  { except }: IpBlockPeer,
  ask: Inquiry,
): readonly DocumentFix[] {
  const ipBlock = exceptsPrivate(except) ? { cidr: EVERY_IPV6, except: privateIpv6 } : { cidr: EVERY_IPV6 };
  return fixInRule(ask, policy, placed, t`Add ${EVERY_IPV6}`, (sheet, rule) => {
    const peers = listIn(rule, peersKey(placed.type));
    return peers && appendItem(sheet, peers, { ipBlock });
  });
}

/** Private addresses kept out of the one family, and let in of the other by the same rule or one for its ports. */
function findUnexcepted(policy: NetworkPolicy, placed: PlacedRule, ask: Inquiry): readonly Found[] {
  const six = blocksOf(placed.rule).find(({ cidr }) => isEvery(cidr, 6));
  const missing = six ? privateIpv6.filter((range) => !isExcepted(range, six)) : [];
  if (six === undefined || missing.length === 0) return [];
  const ports = portsOf(placed.rule);
  const four = rulesInForce(policy)
    .filter(({ type, rule }) => type === placed.type && portsOf(rule) === ports)
    .flatMap(({ rule }) => blocksOf(rule))
    .find(({ cidr, except }) => isEvery(cidr, 4) && exceptsPrivate(except));
  if (four === undefined) return [];
  return [
    {
      object: policy,
      range: six.range,
      // Link-local addresses lead no further than the own network: forgotten alone they open little.
      severity: missing.length === privateIpv6.length ? 'warning' : 'info',
      message:
        six.except.length === 0
          ? t`${six.cidr} excepts nothing, while ${four.cidr} keeps the private ranges out.`
          : t`${six.cidr} does not except ${listed(missing)}, while ${four.cidr} keeps the private ranges out.`,
      explanation: t`The excepts of an ipBlock hold for that block alone. What is kept out under IPv4, the inside of your network, is open under IPv6. Except fc00::/7 (private) and fe80::/10 (link-local) here as well.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: fixInRule(ask, policy, placed, t`Except ${listed(missing)}`, (sheet, rule) => {
        const item = itemOf(listIn(rule, peersKey(placed.type)), placed.rule.peers.indexOf(six));
        const block = mapIn(item, 'ipBlock');
        const except = listIn(block, 'except');
        if (except && except.items.length > 0) return appendItems(sheet, except, missing);
        return block && setEntry(sheet, block, 'except', missing, 'cidr');
      }),
    },
  ];
}

/** fd00::/8 is the half of fc00::/7 that is in use. */
function isExcepted(text: string, { except }: IpBlockPeer): boolean {
  const range = parseCidr(text === 'fc00::/7' ? 'fd00::/8' : text);
  return except.some((one) => {
    const hole = parseCidr(one);
    return range !== null && hole !== null && isInside(range, hole);
  });
}

function isEvery(text: string, family: 4 | 6): boolean {
  const cidr = parseCidr(text);
  return cidr?.family === family && cidr.prefix === 0;
}

function exceptsPrivate(except: readonly string[]): boolean {
  const holes = except.flatMap((text) => parseCidr(text) ?? []);
  return privateRanges.some(
    (range) => range.family === 4 && holes.some((hole) => formatCidr(hole) === formatCidr(range)),
  );
}

const known = new WeakMap<Cluster, 'yes' | 'maybe' | 'no'>();

/** no: the addresses of pods are known, and none is of IPv6. */
function hasIpv6(cluster: Cluster): 'yes' | 'maybe' | 'no' {
  let has = known.get(cluster);
  if (has === undefined) {
    const { pods, hosts } = addressesOf(cluster);
    const isSix = ({ address }: { readonly address: { readonly family: 4 | 6 } }): boolean =>
      address.family === 6;
    const shows =
      pods.some(isSix) ||
      hosts.some(isSix) ||
      cluster.services.some(({ clusterAddresses }) =>
        clusterAddresses.some((text) => parseAddress(text)?.family === 6),
      );
    has = shows ? 'yes' : pods.length > 0 ? 'no' : 'maybe';
    known.set(cluster, has);
  }
  return has;
}
