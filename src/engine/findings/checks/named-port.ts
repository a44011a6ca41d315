import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy, PolicyPort } from '../../model/policy';
import type { Protocol } from '../../model/objects';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { replaceScalar, setEntry } from '../edit';
import { entryOf } from '../../parse/tree';
import { classesSelected, podsMatched, unitsOf, workloadsOf } from '../lookup/classes';
import { declaredBy } from '../lookup/declared';
import { numbersOf, portMeantBy } from '../lookup/portNames';
import { pages } from '../lookup/pages';
import { blocksOf, podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { listed, namesOf } from '../lookup/words';
import { fixInRule, itemOf, listIn } from '../lookup/written';

/** A port by a name that no or not every destination has, has under another protocol, or has twice. */
export const namedPort: PolicyCheck = {
  code: 'named-port',
  severity: 'warning',
  docs: pages.servicePorts,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.ports.flatMap((port, at) =>
        typeof port.port === 'string' ? findAtName(policy, placed, port, port.port, at, ask) : [],
      ),
    ),
};

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** Whether labels say which pods are meant. Of everybody, probably those are meant that have the port. */
function areNamed(policy: NetworkPolicy, { type, rule }: PlacedRule): boolean {
  if (type === 'Ingress') return policy.podSelector.requirements.length > 0;
  const peers = podPeersOf(rule);
  return (
    peers.length > 0 && peers.every(({ podSelector }) => podSelector && podSelector.requirements.length > 0)
  );
}

/** Those of the workloads for which no entry is: several names may each be meant for some of them. */
function withoutAny(
  state: Evaluated,
  workloads: readonly number[],
  ports: readonly PolicyPort[],
): readonly number[] {
  return workloads.filter((index) =>
    ports.every(
      ({ protocol, port }) =>
        typeof port === 'string' && numbersOf(state, index, protocol, port).length === 0,
    ),
  );
}

function findAtName(
  policy: NetworkPolicy,
  placed: PlacedRule,
  port: PolicyPort,
  name: string,
  at: number,
  ask: Inquiry,
): readonly Found[] {
  const { state } = ask;
  const { type, rule } = placed;
  const isIngress = type === 'Ingress';
  const classes = isIngress ? classesSelected(state, policy) : podsMatched(state, rule, policy.namespace);
  const workloads = workloadsOf(state, classes);
  const isOutside = !isIngress && rule.peers.length > 0 && blocksOf(rule).length === rule.peers.length;
  if (workloads.length === 0 && !isOutside) return [];
  const declared = declaredBy(state, workloads);
  const meaning = t`The name of a port in a policy is looked up among the container ports of the destination pod, with the protocol of the entry.`;
  const found = (
    message: string,
    explanation: string,
    fixes: readonly DocumentFix[],
    concerns = unitsOf(state, isOutside ? classesSelected(state, policy) : classes),
  ): Found => ({
    object: policy,
    range: port.range,
    message,
    explanation: `${meaning} ${explanation}`,
    concerns,
    fixes,
  });

  if (isOutside) {
    return [
      found(
        t`An ipBlock knows no port named "${name}".`,
        t`Addresses outside the cluster have no container ports, so this entry matches nothing there. Write the number.`,
        [],
      ),
    ];
  }
  if (declared.count(port.protocol, name) > 0) {
    const twice = workloads.filter((index) => numbersOf(state, index, port.protocol, name).length > 1);
    const [first] = twice;
    if (first === undefined) {
      const lacking = areNamed(policy, placed) || isIngress ? withoutAny(state, workloads, rule.ports) : [];
      const units = lacking.flatMap((index) => state.units.workloads[index] ?? []);
      if (units.length === 0) return [];
      const partly = found(
        t`The ${port.protocol} port named "${name}" is missing on ${namesOf(units)}.`,
        t`Some of the pods here have one of this name and some do not. For those without, this entry matches nothing, without an error. Give their container port this name, or add an entry with the name or number it has.`,
        [],
        units,
      );
      return [areNamed(policy, placed) ? partly : { ...partly, severity: 'info' }];
    }
    const numbers = numbersOf(state, first, port.protocol, name);
    return [
      found(
        t`The pods have the port name "${name}" more than once: ${listed(numbers.map(String))}.`,
        t`Here two containers use one name for different numbers. Kubernetes opens all of them, some network plugins only one. Give the ports different names, or write the number.`,
        [],
      ),
    ];
  }
  const other = protocols.find((protocol) => declared.count(protocol, name) > 0);
  if (other !== undefined) {
    return [
      found(
        t`The port "${name}" of the pods is ${other}, and this entry is for ${port.protocol}.`,
        t`An entry that does not write a protocol is for TCP. The names agree and the protocols do not, so it matches nothing. Write protocol: ${other}.`,
        fixInRule(ask, policy, placed, t`Write protocol: ${other}`, (sheet, map) => {
          const item = itemOf(listIn(map, 'ports'), at);
          return item && setEntry(sheet, item, 'protocol', other, 'port');
        }),
      ),
    ];
  }
  const meant = portMeantBy(state, workloads, port.protocol, name);
  return [
    found(
      t`No pod that this rule is about has a ${port.protocol} port named "${name}".`,
      t`None of the pods here has one of this name, and a name that is not found matches nothing, without an error. Give the container port this name, or write the name or number it has.`,
      meant === null
        ? []
        : fixInRule(ask, policy, placed, t`Write ${meant}`, (sheet, map) => {
            const item = itemOf(listIn(map, 'ports'), at);
            const value = item && entryOf(item, 'port')?.value;
            return value?.kind === 'scalar' ? replaceScalar(sheet, value, meant) : null;
          }),
    ),
  ];
}
