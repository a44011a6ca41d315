import { Tone } from '../../engine';
import { besides, svgPath, type Curve } from '../geometry/curve';
import type { PairLook } from '../picture/looks';
import { PassMark, QuestionMark, StopMark } from './marks';
import { GATE_DISTANCE, nearEnd } from '../geometry/stops';
import { arrowHead, onto, shortened } from './shapes';
import { toneName } from './toneName';

type PairLineProps = Pick<PairLook, 'tone' | 'both' | 'curve' | 'stop' | 'selected' | 'strength'> & {
  readonly changed: boolean;
};

/** One line of the picture: its colour comes from its tone, everything else from its shape. Also drawn in the legend. */
export function PairLine({ tone, both, curve, stop, selected, strength, changed }: PairLineProps) {
  return (
    <g className="graph-line" data-tone={toneName(tone)} data-strength={strength} data-selected={selected}>
      <path className="graph-line-focus" d={svgPath(curve)} />
      {selected && <path className="graph-line-selected" d={svgPath(curve)} />}
      {changed && <path className="graph-line-halo" d={svgPath(curve)} />}
      <Stroke tone={tone} both={both} curve={curve} />
      {selected ? <Gates tone={tone} curve={curve} /> : <Mark tone={tone} curve={curve} stop={stop} />}
    </g>
  );
}

function Stroke({ tone, both, curve }: Pick<PairLineProps, 'tone' | 'both' | 'curve'>) {
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.open:
      return (
        <>
          <path className="graph-line-thin" d={svgPath(besides(both ? curve : shortened(curve, 5), 2.2))} />
          <path className="graph-line-thin" d={svgPath(besides(both ? curve : shortened(curve, 5), -2.2))} />
          {!both && <polyline className="graph-line-chevron" points={arrowHead(curve, 9, 13)} />}
        </>
      );
    case Tone.allowed:
      return (
        <>
          <path className="graph-line-wide" d={svgPath(shortened(curve, 15))} />
          <polygon className="graph-line-head" points={arrowHead(curve, 18, 18)} />
        </>
      );
    case Tone.partial:
      return (
        <>
          <path className="graph-line-solid" d={svgPath(shortened(curve, 9))} />
          <polygon className="graph-line-head" points={arrowHead(curve, 12, 11)} />
        </>
      );
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return (
        <>
          <path className="graph-line-dashed" d={svgPath(curve)} />
          <polyline className="graph-line-chevron" points={arrowHead(curve, 7, 9)} />
        </>
      );
    case Tone.unknown:
      return (
        <>
          <path className="graph-line-dots" d={svgPath(shortened(curve, 8))} />
          <polyline className="graph-line-chevron" points={arrowHead(curve, 8, 11)} />
        </>
      );
  }
}

function Mark({ tone, curve, stop }: Pick<PairLineProps, 'tone' | 'curve' | 'stop'>) {
  if (stop !== null) return <StopMark transform={onto(curve, stop)} />;
  return tone === Tone.unknown ? <QuestionMark transform={onto(curve, 0.5)} /> : null;
}

/** Both gates of the selected pair: leaving the source, entering the destination. */
function Gates({ tone, curve }: { readonly tone: Tone; readonly curve: Curve }) {
  const egress = onto(curve, nearEnd(curve, 'source', GATE_DISTANCE.source));
  const ingress = onto(curve, nearEnd(curve, 'destination', GATE_DISTANCE.destination));
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.unknown:
      return <QuestionMark transform={onto(curve, 0.5)} />;
    case Tone.blockedEgress:
      // Whether the destination would let it in does not matter any more.
      return <StopMark transform={egress} />;
    case Tone.blockedIngress:
      return (
        <>
          {/* It does leave the source: that much is allowed. */}
          <g data-tone="allowed">
            <PassMark transform={egress} />
          </g>
          <StopMark transform={ingress} />
        </>
      );
    case Tone.open:
    case Tone.allowed:
    case Tone.partial:
      return (
        <>
          <PassMark transform={egress} />
          <PassMark transform={ingress} />
        </>
      );
  }
}
