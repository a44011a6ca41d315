import { Tone } from '../../engine';

/** A tone's name in the style sheet. */
export function toneName(tone: Tone): string {
  switch (tone) {
    case Tone.none:
      return 'none';
    case Tone.open:
      return 'open';
    case Tone.allowed:
      return 'allowed';
    case Tone.partial:
      return 'partial';
    case Tone.blockedEgress:
      return 'blocked-egress';
    case Tone.blockedIngress:
      return 'blocked-ingress';
    case Tone.unknown:
      return 'unknown';
  }
}
