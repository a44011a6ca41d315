import type { KnownLabels } from '../model/cluster';
import { bookkeepingLabels } from '../model/controllerLabels';
import { matchesLabels, UNKNOWN_VALUE } from '../model/matchesLabels';
import type { Labels } from '../model/objects';
import type { LabelSelector, Requirement } from '../model/policy';
import { Match } from './match';

/** What a selector says of something of which perhaps not all labels are known, or not the value of one. */
export function matchKnown({ requirements, range }: LabelSelector, has: KnownLabels): Match {
  const decided = requirements.filter((one) => !isHidden(one, has));
  if (!matchesLabels({ requirements: decided, range }, has.labels)) return Match.no;
  if (decided.length === requirements.length) return Match.yes;
  const open = requirements.filter((one) => isHidden(one, has));
  return isSatisfiable({ requirements: open, range }) ? Match.maybe : Match.no;
}

/** Whether it asks for what nobody knows. */
export function isHidden(requirement: Requirement, { labels, labelsKnown }: KnownLabels): boolean {
  const value = labels.get(requirement.key);
  return value === undefined ? !labelsKnown : value === UNKNOWN_VALUE && asksForValue(requirement);
}

const ofControllers = new Set(bookkeepingLabels);

/** The requirements that pods may meet or not by a label whose value only their controller knows. Mostly there is none. */
export function askedOfControllers(selector: LabelSelector | null): readonly Requirement[] {
  if (!selector?.requirements.some(isOfController)) return nothing;
  return selector.requirements.filter(isOfController);
}

const nothing: readonly Requirement[] = [];
const isOfController = (one: Requirement): boolean => ofControllers.has(one.key) && asksForValue(one);

/** What a selector says of a pod. */
export function matchPod(selector: LabelSelector, labels: Labels): Match {
  if (matchesLabels(selector, labels)) return Match.yes;
  if (askedOfControllers(selector).length === 0) return Match.no;
  return matchKnown(selector, { labels, labelsKnown: true });
}

function asksForValue({ operator }: Requirement): boolean {
  return operator === 'In' || operator === 'NotIn';
}

/** Whether any labels would do: what is asked of one key may contradict itself. */
function isSatisfiable({ requirements, range }: LabelSelector): boolean {
  return requirements.every(({ key }) => {
    const asked = { requirements: requirements.filter((one) => one.key === key), range };
    const named = asked.requirements.flatMap(({ values }) => values);
    // No value of a label begins with a dash, so this one is named by nobody.
    const tried = [new Map<string, string>(), ...['-', ...named].map((value) => new Map([[key, value]]))];
    return tried.some((labels) => matchesLabels(asked, labels));
  });
}
