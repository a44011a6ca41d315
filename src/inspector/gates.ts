import { Tone, type PairExplanation, type SideExplanation } from '../engine';

/**
 * open: no policy guards it. pass: a rule lets something through. unsure: that cannot be said. stop: nothing comes
 * through here.
 */
export type GateState = 'open' | 'pass' | 'unsure' | 'stop';

/** How a gate of a pair stands; the tone settles pairs whose two sides share no port. */
export function gateState(side: SideExplanation, tone: Tone): GateState {
  if (tone === (side.type === 'Egress' ? Tone.blockedEgress : Tone.blockedIngress)) return 'stop';
  if (side.may !== null) return 'unsure';
  if (!side.isolated) return 'open';
  return side.isShut ? 'stop' : 'pass';
}

type PathLine = 'through' | 'cut' | 'unsure';

/** How the line below each station of the path is drawn: source, egress gate, ingress gate. */
export function pathLines(pair: PairExplanation): readonly ['through', PathLine, PathLine] {
  const [leaving, entering] = [gateState(pair.egress, pair.tone), gateState(pair.ingress, pair.tone)];
  const isCut = leaving === 'stop' || entering === 'stop';
  return [
    'through',
    leaving === 'stop' ? 'cut' : leaving === 'unsure' ? 'unsure' : 'through',
    pair.tone === Tone.unknown ? 'unsure' : isCut ? 'cut' : 'through',
  ];
}
