import { t } from '../../../language/t';
import type { Unit } from '../../evaluate/ends';
import { rulesOf } from '../../evaluate/row';
import type { ServiceObject } from '../../model/objects';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { removeEntry, removeItem, setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { backingOf } from '../lookup/services';
import { firstLine } from '../lookup/spots';
import { fixIn, fixInRule, listIn, mapIn, peersKey, ruleIn } from '../lookup/written';

/** An empty rule or peer list lets everybody through; an empty list of rules lets nobody through. */
export const emptyAllowsAll: PolicyCheck = {
  code: 'empty-allows-all',
  severity: 'warning',
  docs: pages.allowAllIngress,
  looksAt: 'policy',
  find: (policy, ask) => [
    ...rulesInForce(policy).flatMap((placed) => openRule(policy, placed, ask)),
    ...policy.policyTypes.flatMap((type) => closedList(policy, type, ask)),
  ],
};

/** Who calls a policy this knows that it opens everything. */
const SAYS_ALL = /all|any|open|public|everyone|everything/i;
const SAYS_ALLOW = /allow|permit|open|accept/i;

function openRule(policy: NetworkPolicy, placed: PlacedRule, ask: Inquiry): readonly Found[] {
  const { rule, type, index } = placed;
  if (rule.peers.length > 0) return [];
  const key = peersKey(type);
  const source = ask.source(policy);
  const isMentioned = source.slice(rule.range.start, rule.range.end).includes(key);
  if (rule.ports.length > 0 && !isMentioned) return []; // no peers, some ports: that is how a public port is written
  const written = isMentioned ? entryIn(policy, placed, ask) : undefined;
  if (rule.ports.length > 0 && !written) return [];
  const concerns = unitsOf(ask.state, classesSelected(ask.state, policy));
  // Written without the list of peers it is the documented way to let everything through.
  const isMeant =
    SAYS_ALL.test(policy.name) || (!written && (type === 'Egress' || concerns.every(isPublic(ask))));
  return [
    {
      object: policy,
      range: written?.keyRange ?? firstLine(source, rule.range),
      severity: isMeant ? 'info' : 'warning',
      message: openSentence(type, rule.ports.length > 0),
      explanation: written
        ? t`An empty "${key}" does not mean nobody: what is left out of a rule does not restrict it. Every pod, node and address on the internet matches. To let nothing through, leave the list of rules itself empty.`
        : t`An empty rule does not mean nobody: what is left out of a rule does not restrict it. Every pod, node and address on the internet matches. To let nothing through, leave the list of rules itself empty.`,
      concerns,
      fixes: [
        ...fixInRule(ask, policy, placed, t`Allow only pods of ${policy.namespace}`, (sheet, map) =>
          setEntry(sheet, map, key, [{ podSelector: {} }]),
        ),
        ...(written && rule.ports.length > 0
          ? fixInRule(ask, policy, placed, t`Keep it open: remove the empty "${key}"`, (sheet, map) =>
              removeEntry(sheet, map, written),
            )
          : fixIn(ask, policy, t`Remove the rule`, (sheet, tree) => {
              const list = listIn(mapIn(tree, 'spec'), listKey(type));
              return list && removeItem(sheet, list, index);
            })),
      ],
    },
  ];
}

function openSentence(type: PolicyType, hasPorts: boolean): string {
  if (type === 'Ingress') {
    return hasPorts
      ? t`This rule allows traffic from everyone on these ports, also outside the cluster.`
      : t`This rule allows traffic from everyone on every port, also outside the cluster.`;
  }
  return hasPorts
    ? t`This rule allows traffic to everyone on these ports, also outside the cluster.`
    : t`This rule allows traffic to everyone on every port, also outside the cluster.`;
}

/** Whether a workload is reached from outside the cluster by way of a Service, an Ingress or a Gateway. */
function isPublic({ state }: Inquiry): (unit: Unit) => boolean {
  const { cluster } = state.space;
  const backing = backingOf(cluster);
  const isOpen = ({ type, name, namespace }: ServiceObject): boolean =>
    type === 'LoadBalancer' ||
    type === 'NodePort' ||
    cluster.ingresses.some((one) => one.namespace === namespace && one.backends.includes(name)) ||
    cluster.routes.some(
      ({ gateways, backends }) =>
        gateways.length > 0 && backends.some((one) => one.namespace === namespace && one.name === name),
    );
  return ({ id }) => backing.before(state.units.indexOf(id)).some(isOpen);
}

function entryIn(policy: NetworkPolicy, { type, index }: PlacedRule, ask: Inquiry) {
  const rule = ruleIn(ask.tree(policy), type, index);
  return rule ? entryOf(rule, peersKey(type)) : undefined;
}

/** `ingress: []` in a policy whose name says that it allows something. */
function closedList(policy: NetworkPolicy, type: PolicyType, ask: Inquiry): readonly Found[] {
  const isAllowing = SAYS_ALLOW.test(policy.name) && !/deny|block|none|nothing/i.test(policy.name);
  if (!isAllowing || policy.ingress.length + policy.egress.length > 0) return [];
  if (rulesOf(policy, type).length > 0) return [];
  const spec = mapIn(ask.tree(policy), 'spec');
  const written = spec ? entryOf(spec, listKey(type)) : undefined;
  if (!written) return [];
  const direction = listKey(type);
  return [
    {
      object: policy,
      range: written.keyRange,
      message:
        type === 'Ingress'
          ? t`${policy.name} allows nothing: its list of ingress rules is empty.`
          : t`${policy.name} allows nothing: its list of egress rules is empty.`,
      explanation:
        type === 'Ingress'
          ? t`An empty list of rules lets nothing through, so the pods it selects are closed for ingress. One empty rule, written "- {}", is what lets everything through.`
          : t`An empty list of rules lets nothing through, so the pods it selects are closed for egress. One empty rule, written "- {}", is what lets everything through.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: fixIn(ask, policy, t`Allow everything`, (sheet, tree) => {
        const map = mapIn(tree, 'spec');
        return map && setEntry(sheet, map, direction, [{}]);
      }),
    },
  ];
}

function listKey(type: PolicyType): 'ingress' | 'egress' {
  return type === 'Ingress' ? 'ingress' : 'egress';
}
