import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '../../language/t';
import type { PictureNode } from '../picture/looks';
import { FoldButton } from './FoldButton';
import { shortName } from './shortName';

/** The ground a workload's pods stand on, with its name. */
export const PodsFrame = memo(function PodsFrame({
  data: { id, title, count },
}: NodeProps<Extract<PictureNode, { type?: 'pods' }>>) {
  return (
    <div className="graph-pods">
      <span className="graph-title-handle" title={title}>
        {shortName(title)}
      </span>
      <FoldButton entity={id} to="fold" label={t`Fold the pods of ${title}`}>
        ×{count}
      </FoldButton>
    </div>
  );
});
