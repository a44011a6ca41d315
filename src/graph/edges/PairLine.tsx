import type { CSSProperties } from 'react';
import { Tone } from '../../engine';
import { besides, svgPath } from '../geometry/curve';
import { GATE_DISTANCE, nearEnd } from '../geometry/stops';
import type { PairLook } from '../picture/looks';
import { PassMark, QuestionMark, StopMark } from './marks';
import { arrowHead, onto, shortened } from './shapes';
import { toneName } from './toneName';

type Drawn = Pick<PairLook, 'tone' | 'both' | 'share' | 'curve' | 'stop' | 'selected' | 'strength' | 'scale'>;

interface PairLineProps {
  readonly look: Drawn;
  readonly changed: boolean;
  /** Of the selected pair: whether its destination would let it in, should the source stop it. Null: not known. */
  readonly enters?: boolean | null;
}

/** One line of the picture: its colour comes from its tone, everything else from its shape. Also drawn in the legend. */
export function PairLine({ look, changed, enters = null }: PairLineProps) {
  const { tone, curve, selected, strength, scale } = look;
  const thickness: CSSProperties & Record<`--${string}`, number> = { '--graph-scale': scale };
  return (
    <g
      className="graph-line"
      data-tone={toneName(tone)}
      data-strength={strength}
      data-selected={selected}
      style={thickness}
    >
      <path className="graph-line-focus" d={svgPath(curve)} />
      {selected && <path className="graph-line-selected" d={svgPath(curve)} />}
      {changed && <path className="graph-line-halo" d={svgPath(curve)} />}
      <Stroke look={look} />
      {selected ? <Gates look={look} enters={enters} /> : <Mark look={look} />}
    </g>
  );
}

/** Of a line that stands for several pairs: the more of them pass, the wider. */
const shareWidth = ({ passing, total }: NonNullable<PairLook['share']>): number =>
  1.5 + 3 * (passing / Math.max(total, 1));

function Stroke({ look: { tone, both, share, curve, scale } }: { readonly look: Drawn }) {
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.open: {
      const line = both ? curve : shortened(curve, 5 * scale);
      return (
        <>
          <path className="graph-line-thin" d={svgPath(besides(line, 2.2 * scale))} />
          <path className="graph-line-thin" d={svgPath(besides(line, -2.2 * scale))} />
          {!both && (
            <polyline className="graph-line-chevron" points={arrowHead(curve, 9 * scale, 13 * scale)} />
          )}
        </>
      );
    }
    case Tone.allowed:
    case Tone.partial: {
      const isWide = tone === Tone.allowed && share === null;
      const width = share === null ? (isWide ? 5 : 2.5) : shareWidth(share);
      const head = share === null ? (isWide ? 18 : 12) : 9 + width;
      return (
        <>
          <path
            className={isWide ? 'graph-line-wide' : 'graph-line-solid'}
            d={svgPath(shortened(curve, (head - 3) * scale))}
            {...(share !== null && {
              style: { strokeWidth: width * scale },
            })}
          />
          <polygon
            className="graph-line-head"
            points={arrowHead(curve, head * scale, (isWide ? head : head - 1) * scale)}
          />
        </>
      );
    }
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return (
        <>
          <path className="graph-line-dashed" d={svgPath(curve)} />
          <polyline className="graph-line-chevron" points={arrowHead(curve, 7 * scale, 9 * scale)} />
        </>
      );
    case Tone.unknown:
      return (
        <>
          <path className="graph-line-dots" d={svgPath(shortened(curve, 8 * scale))} />
          <polyline className="graph-line-chevron" points={arrowHead(curve, 8 * scale, 11 * scale)} />
        </>
      );
  }
}

function Mark({ look: { tone, curve, stop, scale } }: { readonly look: Drawn }) {
  if (stop !== null) return <StopMark transform={onto(curve, stop, scale)} />;
  return tone === Tone.unknown ? <QuestionMark transform={onto(curve, 0.5, scale)} /> : null;
}

/** Both gates of the selected pair: leaving the source, entering the destination. */
function Gates({
  look: { tone, share, curve, scale },
  enters,
}: Pick<PairLineProps, 'look'> & { readonly enters: boolean | null }) {
  const egress = onto(curve, nearEnd(curve, 'source', GATE_DISTANCE.source * scale), scale);
  const ingress = onto(curve, nearEnd(curve, 'destination', GATE_DISTANCE.destination * scale), scale);
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.unknown:
      return <QuestionMark transform={onto(curve, 0.5, scale)} />;
    case Tone.blockedEgress:
      return (
        <>
          <StopMark transform={egress} />
          {/* It never comes as far; this is what it would meet there. */}
          {enters === false && <StopMark transform={ingress} />}
          {enters === true && (
            <g data-tone="allowed">
              <PassMark transform={ingress} />
            </g>
          )}
        </>
      );
    case Tone.blockedIngress:
      return (
        <>
          {/* It does leave the source: that much is allowed. */}
          {share === null && (
            <g data-tone="allowed">
              <PassMark transform={egress} />
            </g>
          )}
          <StopMark transform={ingress} />
        </>
      );
    case Tone.open:
    case Tone.allowed:
    case Tone.partial:
      // Of several pairs some may be stopped at either gate.
      if (share !== null && share.passing < share.total) return null;
      return (
        <>
          <PassMark transform={egress} />
          <PassMark transform={ingress} />
        </>
      );
  }
}
