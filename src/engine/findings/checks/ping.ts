import { t } from '../../../language/t';
import type { NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';

/** Somebody is isolated, and ping, with which people try that, is nothing a policy decides. Said once, where they speak of it. */
export const ping: WorkspaceCheck = {
  code: 'ping',
  severity: 'info',
  docs: pages.filtering,
  looksAt: 'workspace',
  find: (ask) => {
    const { state } = ask;
    const { policies } = state.book;
    const speaking = policies.find((one) => mentions(one, ask));
    const policy = speaking ?? policies.find((one) => classesSelected(state, one).length > 0);
    return policy === undefined ? [] : [foundIn(policy, speaking !== undefined, ask)];
  },
};

const word = /\b(?:ping|icmp)\b/i;
const mentioning = new WeakMap<NetworkPolicy, boolean>();

/** By its name, a comment or an annotation; what is labelled so is a program that happens to be called that. */
function mentions(policy: NetworkPolicy, ask: Inquiry): boolean {
  let known = mentioning.get(policy);
  if (known === undefined) {
    const text = ask.source(policy);
    known = word.test(text) && !/[:[,]\s*["']?ping["']?\s*(?:$|[\],}])/m.test(text);
    mentioning.set(policy, known);
  }
  return known;
}

function foundIn(policy: NetworkPolicy, speaksOfIt: boolean, { state }: Inquiry): Found {
  return {
    object: policy,
    range: policy.nameRange,
    message: speaksOfIt
      ? t`Whether ping works says nothing about a policy.`
      : t`Pods are isolated here: ping says nothing about TCP.`,
    explanation: t`Network policies decide about TCP, UDP and SCTP. What happens to ICMP, which ping uses, is left to the network plugin: some let it through a closed door, some stop it at an open one. To try a policy open a connection, with "nc -zv" or "curl" on the port in question.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: [],
  };
}
