import { Tone } from '../engine';
import { toneWords } from './naming';

interface ToneMarkProps {
  readonly tone: Tone;
  /** True where words beside it say the same. */
  readonly silent?: boolean;
}

/** A short piece of the line the graph draws for a tone: dash and weight first, hue second. */
export function ToneMark({ tone, silent = false }: ToneMarkProps) {
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': toneWords(tone) };
  return (
    <svg className="inspector-mark" data-tone={tone} viewBox="0 0 28 12" {...name}>
      <MarkLine tone={tone} />
    </svg>
  );
}

function MarkLine({ tone }: { readonly tone: Tone }) {
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.open:
      return <path d="M2 4h24M2 8h24" strokeWidth="1.25" />;
    case Tone.allowed:
      return (
        <>
          <path d="M2 6h18" strokeWidth="4" />
          <path d="M18 0.5 27 6l-9 5.5z" className="inspector-mark-solid" />
        </>
      );
    case Tone.partial:
      return (
        <>
          <path d="M2 6h19" strokeWidth="2" />
          <path d="M20 2.5 27 6l-7 3.5z" className="inspector-mark-solid" />
        </>
      );
    case Tone.blockedEgress:
      return <StopLine at={6} from={12} to={27} />;
    case Tone.blockedIngress:
      return <StopLine at={22} from={1} to={16} />;
    case Tone.unknown:
      return (
        <>
          <path d="M2 6h26" strokeWidth="2.5" strokeLinecap="round" strokeDasharray="0.1 5" />
          <circle cx="14" cy="6" r="5.5" className="inspector-mark-solid" />
          <text x="14" y="9" textAnchor="middle" className="inspector-mark-letter">
            ?
          </text>
        </>
      );
  }
}

function StopLine({ at, from, to }: { readonly at: number; readonly from: number; readonly to: number }) {
  return (
    <>
      <path d={`M${String(from)} 6H${String(to)}`} strokeWidth="1.75" strokeDasharray="1.75 2.5" />
      <circle cx={at} cy="6" r="4.75" strokeWidth="1.5" fill="none" />
      <path d={`M${String(at - 2.5)} 6h5`} strokeWidth="1.75" />
    </>
  );
}
