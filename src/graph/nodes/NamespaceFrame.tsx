import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { PictureNode } from '../picture/looks';
import { ClosedChip } from './ClosedChip';
import { shortName } from './shortName';

/** The ground a namespace's workloads stand on. */
export const NamespaceFrame = memo(function NamespaceFrame({
  data,
}: NodeProps<Extract<PictureNode, { type?: 'frame' }>>) {
  return <div className="graph-frame" data-outside={data.outside} />;
});

/** The name of a frame, over the lines; by it the frame is dragged. */
export const FrameTitle = memo(function FrameTitle({
  data,
}: NodeProps<Extract<PictureNode, { type?: 'title' }>>) {
  const { title, outside, declared } = data;
  return (
    <div className="graph-title" data-outside={outside}>
      <span
        className="graph-title-handle"
        title={declared ? title : `${title}: nobody declares this namespace`}
      >
        {shortName(title, 20)}
        {!declared && <span className="graph-more"> inferred</span>}
      </span>
      <ClosedChip look={data} />
    </div>
  );
});
