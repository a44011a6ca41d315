import { Tone } from '../../engine';
import { PairLine } from '../edges/PairLine';

interface SampleProps {
  readonly kind: 'allowed' | 'every' | 'blocked' | 'blocked-in' | 'open' | 'mutual' | 'unknown' | 'several';
  readonly changed?: boolean;
}

const TONES = {
  allowed: Tone.partial,
  every: Tone.allowed,
  blocked: Tone.blockedEgress,
  'blocked-in': Tone.blockedIngress,
  open: Tone.open,
  mutual: Tone.open,
  unknown: Tone.unknown,
  several: Tone.partial,
} as const;

const STOPS = {
  allowed: null,
  every: null,
  open: null,
  mutual: null,
  unknown: null,
  several: null,
  blocked: 0.18,
  'blocked-in': 0.64,
} as const;

const SOME = { passing: 12, total: 40 };

/** A short line exactly as the picture draws it. */
export function Sample({ kind, changed = false }: SampleProps) {
  const curve = { start: { x: 2, y: 10 }, control: { x: 27, y: 10 }, end: { x: 52, y: 10 } };
  const look = {
    tone: TONES[kind],
    both: kind === 'mutual',
    share: kind === 'several' ? SOME : null,
    curve,
    stop: STOPS[kind],
    selected: false,
    strength: 'plain',
    scale: 1,
  } as const;
  return (
    <svg className="graph-sample" viewBox="0 0 54 20" width={54} height={20} aria-hidden>
      <PairLine look={look} changed={changed} />
    </svg>
  );
}
