import type { PeerExplanation, RuleExplanation } from '../engine';

/** Why a rule gives a pair nothing, in a line: what its nearest peer asks for in vain, or what its ports lack. */
export function whyNot({ peers, ports, sentence }: RuleExplanation): string {
  const isMatched = peers.length === 0 || peers.some(({ matches }) => matches === 'yes');
  if (isMatched) return ports.find(({ note }) => note !== null)?.note ?? sentence;
  const [nearest] = [...peers].sort((a, b) => failing(a).length - failing(b).length);
  const [first] = nearest ? failing(nearest) : [];
  return first?.sentence ?? sentence;
}

function failing({ checks }: PeerExplanation): PeerExplanation['checks'] {
  return checks.filter(({ holds }) => holds !== 'yes');
}
