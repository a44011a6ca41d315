import { t } from '../../../language/t';
import { formatCidr, parseAddress, parseCidr } from '../../model/address';
import type { Cluster } from '../../model/cluster';
import type { Evaluated } from '../../evaluate/evaluated';
import type { IpBlockPeer, NetworkPolicy, Rule } from '../../model/policy';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { appendItem, setEntry } from '../edit';
import { addressesOf, privateRanges } from '../lookup/addresses';
import { classesSelected, unitsOf, workloadsOf } from '../lookup/classes';
import { firstPod } from '../lookup/declared';
import { pages } from '../lookup/pages';
import { blocksOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, mapIn, peersKey } from '../lookup/written';

/**
 * All of IPv4 without all of IPv6, in a cluster that has both; or excepts for one of them only. A range of pods that
 * have both is a case for selectors anyway.
 */
export const ipv6Forgotten: PolicyCheck = {
  code: 'ipv6-forgotten',
  severity: 'warning',
  docs: pages.dualStack,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) => [
      ...findMissing(policy, placed, ask),
      ...findUnexcepted(policy, placed, ask),
    ]),
};

const EVERY_IPV6 = '::/0';
/** Unique local and link-local addresses. */
const privateIpv6 = ['fc00::/7', 'fe80::/10'];

function findMissing(policy: NetworkPolicy, placed: PlacedRule, ask: Inquiry): readonly Found[] {
  const { cluster } = ask.state.space;
  const blocks = blocksOf(placed.rule);
  if (blocks.length === 0 || !hasIpv6(cluster)) return [];
  if (blocks.some(({ cidr }) => parseCidr(cidr)?.family === 6)) return [];
  const block = blocks.find(({ cidr }) => parseCidr(cidr)?.prefix === 0);
  if (block === undefined || isOpenedBeside(policy, placed)) return [];
  const classes = classesSelected(ask.state, policy);
  return [
    {
      object: policy,
      range: block.range,
      message: t`${block.cidr} is all of IPv4 only; IPv6 stays closed.`,
      explanation: haveOnlyIpv6(ask.state, workloadsOf(ask.state, classes))
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

/** Private addresses kept out of the one family, and let in of the other. */
function findUnexcepted(policy: NetworkPolicy, placed: PlacedRule, ask: Inquiry): readonly Found[] {
  const blocks = blocksOf(placed.rule);
  const four = blocks.find(({ cidr, except }) => isEvery(cidr, 4) && exceptsPrivate(except));
  const six = blocks.find(({ cidr, except }) => isEvery(cidr, 6) && except.length === 0);
  if (!four || !six) return [];
  return [
    {
      object: policy,
      range: six.range,
      message: t`${six.cidr} excepts nothing, while ${four.cidr} keeps the private ranges out.`,
      explanation: t`The excepts of an ipBlock hold for that block alone. What is kept out under IPv4, the inside of your network, is open under IPv6. Except fc00::/7 (private) and fe80::/10 (link-local) here as well.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: fixInRule(ask, policy, placed, t`Except ${listed(privateIpv6)}`, (sheet, rule) => {
        const item = itemOf(listIn(rule, peersKey(placed.type)), placed.rule.peers.indexOf(six));
        const block = mapIn(item, 'ipBlock');
        return block && setEntry(sheet, block, 'except', privateIpv6, 'cidr');
      }),
    },
  ];
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

const known = new WeakMap<Cluster, boolean>();

/** Anything in the cluster has an IPv6 address. */
function hasIpv6(cluster: Cluster): boolean {
  let has = known.get(cluster);
  if (has === undefined) {
    const { pods, hosts } = addressesOf(cluster);
    const isSix = ({ address }: { readonly address: { readonly family: 4 | 6 } }): boolean =>
      address.family === 6;
    has =
      pods.some(isSix) ||
      hosts.some(isSix) ||
      cluster.services.some(({ clusterAddresses }) =>
        clusterAddresses.some((text) => parseAddress(text)?.family === 6),
      );
    known.set(cluster, has);
  }
  return has;
}
