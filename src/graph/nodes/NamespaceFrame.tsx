import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '../../language/t';
import { Name } from '../../ui/Name';
import type { PictureNode } from '../picture/looks';
import { ClosedChip } from './ClosedChip';
import { FoldButton } from './FoldButton';
import { classLetters } from './nameLetters';

/** The ground a namespace's workloads stand on. */
export const NamespaceFrame = memo(function NamespaceFrame({
  data,
}: NodeProps<Extract<PictureNode, { type?: 'frame' }>>) {
  return (
    <div className="graph-frame" data-outside={data.outside}>
      {data.ghosts !== '' && (
        <svg className="graph-ghosts" aria-hidden>
          <path d={data.ghosts} />
        </svg>
      )}
    </div>
  );
});

/** The padding on both sides of a frame's name. */
const BESIDE = 28;

/** The name of a frame, over the lines; by it the frame is dragged. */
export const FrameTitle = memo(function FrameTitle({
  data,
  width = 0,
}: NodeProps<Extract<PictureNode, { type?: 'title' }>>) {
  const { id, title, telling, outside, declared, foldable, letters } = data;
  return (
    <div className="graph-title" data-outside={outside}>
      <Name
        className="graph-title-handle"
        name={title}
        telling={telling}
        title={declared ? title : t`${title}: nobody declares this namespace`}
        style={letters === null ? classLetters(title, width - BESIDE) : { fontSize: letters }}
      >
        {!declared && <span className="graph-more"> {t`inferred`}</span>}
      </Name>
      <span className="graph-title-end">
        <ClosedChip look={data} />
        {foldable && <FoldButton entity={id} to="fold" label={t`Fold namespace ${title}`} />}
      </span>
    </div>
  );
});
