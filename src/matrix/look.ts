import { Tone } from '../engine';
import type { ShownEdges } from '../state/viewStore';

/** How a cell is filled; the same five everywhere. */
export type Look = 'none' | 'open' | 'allowed' | 'partial' | 'blocked' | 'unknown';

export function lookOf(tone: Tone): Look {
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
    case Tone.blockedIngress:
      return 'blocked';
    case Tone.unknown:
      return 'unknown';
  }
}

/** The filters of the picture hold here too; what cannot be said is never hidden. */
export function isShown(look: Look, shown: ShownEdges): boolean {
  switch (look) {
    case 'none':
    case 'unknown':
      return true;
    case 'open':
      return shown.open;
    case 'allowed':
    case 'partial':
      return shown.allowed;
    case 'blocked':
      return shown.blocked;
  }
}
