import { t } from '../../../language/t';
import { entryOf } from '../../parse/tree';
import type { PolicyCheck } from '../check';
import { setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { commentsAbove } from '../lookup/comments';
import { pages } from '../lookup/pages';
import { fixIn, mapIn } from '../lookup/written';

/** Meant to close egress, by its name or the comment above it, but policyTypes does not say so. */
export const egressNotDenied: PolicyCheck = {
  code: 'egress-not-denied',
  severity: 'warning',
  docs: pages.defaultDenyEgress,
  looksAt: 'policy',
  find: (policy, ask) => {
    if (policy.egress.length > 0 || policy.policyTypes.includes('Egress')) return [];
    const source = ask.source(policy);
    const comment = commentsAbove(source, policy.range.start).find((one) =>
      saysNoEgress(source.slice(one.start, one.end)),
    );
    const isNamed = SAYS_EGRESS.test(policy.name) && SAYS_DENY.test(policy.name);
    const isSaid = isNamed || comment !== undefined;
    if (!isSaid && !source.slice(policy.range.start, policy.range.end).includes('egress')) return [];
    const spec = mapIn(ask.tree(policy), 'spec');
    const written = spec ? entryOf(spec, 'egress') : undefined;
    if (!isSaid && !written) return [];
    const write = (title: string, value: readonly string[]) =>
      fixIn(ask, policy, title, (sheet, tree) => {
        const map = mapIn(tree, 'spec');
        return map && setEntry(sheet, map, 'policyTypes', value, 'podSelector');
      });
    const said = comment ? source.slice(comment.start, comment.end) : '';
    const isAboutIngress = policy.ingress.length > 0 || /ingress/i.test(policy.name + said);
    return [
      {
        object: policy,
        range: written?.keyRange ?? (isNamed ? policy.nameRange : (comment ?? policy.nameRange)),
        message: t`${policy.name} leaves egress open: policyTypes does not list Egress.`,
        explanation: t`No egress rules only means "nothing may leave" in a policy that is about egress. Without policyTypes, or with Ingress alone in it, this one is about ingress only.`,
        concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
        fixes: [
          ...(isAboutIngress ? [] : write(t`Close egress only`, ['Egress'])),
          ...write(t`Close ingress and egress`, ['Ingress', 'Egress']),
        ],
      },
    ];
  },
};

/** An egress gateway is a workload, not a direction. */
const SAYS_EGRESS = /egress(?!-?gateway)|outbound|outgoing/i;
const SAYS_DENY = /deny|block|drop|isolat|restrict|lock|close|no-/i;

/** A line, or a sentence in it, that begins with its verb: others speak of other policies, or of what is not so. */
const DENIES_EGRESS =
  /^(?:this (?:policy )?|(?:by )?default[- ])?(?:den(?:y|ies)|blocks?|drops?|forbids?|disallows?|closes?)\s(?:(?:all|any|every|the|(?:ingress|inbound|incoming)(?: traffic)? (?:and|or|&))\s)*(?:egress|outbound|outgoing)(?![- ](?:gateway|proxy))\b/i;
const NO_EGRESS =
  /^no (?:egress|outbound|outgoing)(?: traffic| connections?)?(?: (?:is |are )?(?:allowed|permitted)| at all)?\W*$/i;

function saysNoEgress(comment: string): boolean {
  const sentences = comment.split(/[.:;!]\s+/).map((text) => text.replace(/^[\s#\-*=\d.)]+/, ''));
  return sentences.some((sentence) => DENIES_EGRESS.test(sentence) || NO_EGRESS.test(sentence));
}
