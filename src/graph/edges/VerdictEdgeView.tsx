import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { viewStore } from '../../state/viewStore';
import { pointAt, svgPath } from '../geometry/curve';
import type { PairLook, VerdictEdge } from '../picture/looks';
import { PairLine } from './PairLine';
import { PortPill } from './PortPill';
import { toneName } from './toneName';

/** React Flow's view of a pair: the line, room to hit it, and the words on it. */
export const VerdictEdgeView = memo(function VerdictEdgeView({
  source,
  target,
  data,
}: EdgeProps<VerdictEdge>) {
  const { tone, both, curve, stop, selected, strength, change } = data;
  return (
    <>
      <PairLine
        tone={tone}
        both={both}
        curve={curve}
        stop={stop}
        selected={selected}
        strength={strength}
        changed={change !== null}
      />
      <path className="graph-line-target" d={svgPath(curve)} />
      <Words
        look={data}
        onClick={() => {
          viewStore.getState().select({ kind: 'pair', source, destination: target });
        }}
      />
    </>
  );
});

const SIGNS = { opened: '+', closed: '−', changed: '±' } as const;

function Words({ look, onClick }: { readonly look: PairLook; readonly onClick: () => void }) {
  const { pill, change, curve, tone } = look;
  if (pill === null && change === null) return null;
  return (
    <EdgeLabelRenderer>
      <PortPill
        at={pill?.at ?? pointAt(curve, 0.5)}
        tone={toneName(tone)}
        title={pill?.title ?? ''}
        onClick={onClick}
      >
        {change !== null && (
          <span className="graph-change" data-change={change}>
            {SIGNS[change]}
          </span>
        )}
        {pill !== null && (
          <span className="graph-pill" data-strength={look.strength} style={{ width: pill.width }}>
            {pill.text}
          </span>
        )}
      </PortPill>
    </EdgeLabelRenderer>
  );
}
