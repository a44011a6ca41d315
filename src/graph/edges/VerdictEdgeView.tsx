import { EdgeLabelRenderer, ViewportPortal, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { Tone } from '../../engine';
import { useAnalysis } from '../../state/hooks';
import { viewStore } from '../../state/viewStore';
import { pointAt, svgPath } from '../geometry/curve';
import type { PairLook, PictureEdge } from '../picture/looks';
import { PairLine } from './PairLine';
import { PortPill } from './PortPill';
import { toneName } from './toneName';

/** React Flow's view of a pair: the line, room to hit it, and the words on it. */
export const VerdictEdgeView = memo(function VerdictEdgeView({
  source,
  target,
  data,
}: EdgeProps<PictureEdge>) {
  const { curve, change } = data;
  return (
    <>
      {data.selected ? (
        <SelectedLine source={source} target={target} look={data} />
      ) : (
        <PairLine look={data} changed={change !== null} />
      )}
      <path className="graph-line-target" d={svgPath(curve)} strokeWidth={18 * data.scale} />
      <Words
        look={data}
        onClick={() => {
          viewStore.getState().select({ kind: 'pair', source, destination: target });
        }}
      />
    </>
  );
});

/** Of the selected pair the reasons are known, and with them what the gate would say that it never comes to. */
function SelectedLine({
  source,
  target,
  look,
}: Pick<EdgeProps<PictureEdge>, 'source' | 'target'> & { readonly look: PairLook }) {
  const enters = useAnalysis(({ pair }) =>
    pair?.kind === 'pair' && pair.source === source && pair.destination === target
      ? pair.ingress.may === null
        ? !pair.ingress.isShut
        : null
      : null,
  );
  return <PairLine look={look} changed={look.change !== null} enters={enters} />;
}

/** Where on the line a change stands that is no news of ports: in the middle there may be a question mark. */
const BESIDE_DOUBT = 0.66;
const SIGNS = { opened: '+', closed: '−', changed: '±' } as const;

function Words({ look, onClick }: { readonly look: PairLook; readonly onClick: () => void }) {
  const { pill, change, curve, tone, scale } = look;
  if (pill === null && change === null) return null;
  const isOver = pill?.isOver === true;
  const Layer = isOver ? ViewportPortal : EdgeLabelRenderer;
  return (
    <Layer>
      <PortPill
        at={pill?.at ?? pointAt(curve, tone === Tone.unknown ? BESIDE_DOUBT : 0.5)}
        isOver={isOver}
        tone={toneName(tone)}
        scale={scale}
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
    </Layer>
  );
}
