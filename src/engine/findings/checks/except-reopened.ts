import { n, t } from '../../../language/t';
import { parseCidr, type Cidr } from '../../model/address';
import type { IpBlockPeer, NetworkPolicy } from '../../model/policy';
import type { DocumentFix, Found, Inquiry, NamespaceCheck } from '../check';
import { setEntry } from '../edit';
import { isInside } from '../lookup/addresses';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { appendItems } from '../lookup/replaceItem';
import { reopenedAt, type Reopener } from '../lookup/reopened';
import { blocksOf, findAtBlocks, type PlacedRule } from '../lookup/rules';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, mapIn, peersKey, ruleIn } from '../lookup/written';

/** An except that another rule of the same pods lets in again, whole and on all its ports. */
export const exceptReopened: NamespaceCheck = {
  code: 'except-reopened',
  severity: 'warning',
  docs: pages.policyResource,
  looksAt: 'namespace',
  find: (namespace, policies, ask) =>
    policies.flatMap((policy) =>
      findAtBlocks(policy, (placed, peer) => findAtBlock(namespace, policy, placed, peer, ask)),
    ),
};

function findAtBlock(
  namespace: string,
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: IpBlockPeer,
  ask: Inquiry,
): readonly Found[] {
  const reopened = peer.except.flatMap((text, at) =>
    reopenedAt(namespace, policy, placed, { text, at }, ask.state),
  );
  const [first] = reopened;
  const by = [...new Map(reopened.flatMap((one) => one.by.map((each) => [each.placed, each]))).values()];
  const [reopener, another] = by;
  if (first === undefined || reopener === undefined) return [];
  const rule = ruleIn(ask.tree(policy), placed.type, placed.index);
  const item = itemOf(listIn(rule, peersKey(placed.type)), placed.rule.peers.indexOf(peer));
  const written = listIn(mapIn(item, 'ipBlock'), 'except')?.items[first.at];
  const texts = reopened.map(({ text }) => text);
  const [ranges, { name }] = [listed(texts), reopener.policy];
  return [
    {
      object: policy,
      range: written?.range ?? peer.range,
      message:
        reopener.policy === policy
          ? n(
              texts.length,
            )`${ranges} is excepted here, and another rule of this policy opens it all the same.|${ranges} are excepted here, and another rule of this policy opens them all the same.`
          : n(
              texts.length,
            )`${ranges} is excepted here, and the policy ${name} opens it all the same.|${ranges} are excepted here, and the policy ${name} opens them all the same.`,
      explanation: t`An except takes addresses out of its own block and forbids nothing: policies have no "deny". What any rule of any policy of the same pod allows is allowed. Narrow the other rule, or except the range there too.`,
      concerns: unitsOf(ask.state, [...new Set(reopened.flatMap(({ classes }) => classes))]),
      fixes: another === undefined ? fixesFor(reopener, texts, ask) : [],
    },
  ];
}

function fixesFor(
  { policy, placed }: Reopener,
  texts: readonly string[],
  ask: Inquiry,
): readonly DocumentFix[] {
  const holes = texts.flatMap((text) => parseCidr(text) ?? []);
  const isWider = (cidr: Cidr): boolean =>
    holes.every((hole) => isInside(hole, cidr) && cidr.prefix < hole.prefix);
  const [block, another] = blocksOf(placed.rule).filter(({ cidr: text }) => {
    const cidr = parseCidr(text);
    return cidr !== null && holes.some((hole) => isInside(hole, cidr));
  });
  const around = block && parseCidr(block.cidr);
  if (block === undefined || another !== undefined || !around || !isWider(around)) return [];
  return fixInRule(ask, policy, placed, t`Except ${listed(texts)} in ${policy.name} too`, (sheet, rule) => {
    const item = itemOf(listIn(rule, peersKey(placed.type)), placed.rule.peers.indexOf(block));
    const written = mapIn(item, 'ipBlock');
    const known = listIn(written, 'except');
    if (known && known.items.length > 0) return appendItems(sheet, known, texts);
    return written && setEntry(sheet, written, 'except', texts, 'cidr');
  });
}
