import { t } from '../../../language/t';
import type { NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';

/** A policy that speaks of ping, which no policy decides. Said once. */
export const ping: WorkspaceCheck = {
  code: 'ping',
  severity: 'info',
  docs: pages.filtering,
  looksAt: 'workspace',
  find: (ask) => {
    const policy = ask.state.book.policies.find((one) => mentions(one, ask));
    return policy === undefined ? [] : [foundIn(policy, ask)];
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

function foundIn(policy: NetworkPolicy, { state }: Inquiry): Found {
  return {
    object: policy,
    range: policy.nameRange,
    message: t`Whether ping works says nothing about a policy.`,
    explanation: t`Network policies decide about TCP, UDP and SCTP. What happens to ICMP, which ping uses, is left to the network plugin: some let it through a closed door, some stop it at an open one. To try a policy open a connection, with "nc -zv" or "curl" on the port in question.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: [],
  };
}
