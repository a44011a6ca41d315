import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { svgPath } from '../geometry/curve';
import type { NamespaceEdge } from '../picture/looks';
import { arrowHead, shortened } from './shapes';

/** All connections from one namespace to another: the more of them pass, the wider. */
export const NamespaceEdgeView = memo(function NamespaceEdgeView({ data }: EdgeProps<NamespaceEdge>) {
  const { curve, passing, total, pill, strength } = data;
  const width = 1.5 + 4 * (passing / Math.max(total, 1));
  return (
    <>
      <g className="graph-line" data-tone="partial" data-strength={strength}>
        <path className="graph-line-focus" d={svgPath(curve)} />
        <path className="graph-line-share" d={svgPath(shortened(curve, 8))} strokeWidth={width} />
        <polygon className="graph-line-head" points={arrowHead(curve, 9 + width, 8 + width)} />
      </g>
      {pill !== null && (
        <EdgeLabelRenderer>
          <div
            className="graph-words"
            aria-hidden
            data-tone="partial"
            style={{
              transform: `translate(${String(pill.at.x)}px, ${String(pill.at.y)}px) translate(-50%, -50%)`,
            }}
          >
            <span className="graph-pill" style={{ width: pill.width }}>
              {pill.text}
            </span>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
