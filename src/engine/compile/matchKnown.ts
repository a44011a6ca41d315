import type { KnownLabels } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { LabelSelector } from '../model/policy';
import { Match } from './match';

/** What a selector says of something of which perhaps not all labels are known. */
export function matchKnown(
  { requirements, range }: LabelSelector,
  { labels, labelsKnown }: KnownLabels,
): Match {
  const isKnown = labelsKnown ? () => true : (key: string) => labels.has(key);
  const decided = requirements.filter(({ key }) => isKnown(key));
  if (!matchesLabels({ requirements: decided, range }, labels)) return Match.no;
  if (decided.length === requirements.length) return Match.yes;
  const open = requirements.filter(({ key }) => !isKnown(key));
  return isSatisfiable({ requirements: open, range }) ? Match.maybe : Match.no;
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
