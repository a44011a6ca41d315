import { Tone, type PairExplanation, type SideExplanation } from '../engine';

/** open: no policy guards it. pass: a rule lets something through. stop: nothing comes through here. */
export type GateState = 'open' | 'pass' | 'stop';

/** How a gate of a pair stands; the tone settles pairs whose two sides share no port. */
export function gateState(side: SideExplanation, tone: Tone): GateState {
  if (tone === (side.type === 'Egress' ? Tone.blockedEgress : Tone.blockedIngress)) return 'stop';
  if (!side.isolated) return 'open';
  return side.policies.some(({ rules }) => rules.some(({ granted }) => granted)) ? 'pass' : 'stop';
}

/** How the line below each station of the path is drawn: source, egress gate, ingress gate. */
export function pathLines(
  pair: PairExplanation,
): readonly ['through', 'through' | 'cut', 'through' | 'cut' | 'unsure'] {
  const leaves = gateState(pair.egress, pair.tone) !== 'stop';
  const enters = leaves && gateState(pair.ingress, pair.tone) !== 'stop';
  const end = pair.tone === Tone.unknown ? 'unsure' : enters ? 'through' : 'cut';
  return ['through', leaves ? 'through' : 'cut', end];
}
