import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '../../language/t';
import { Name } from '../../ui/Name';
import type { PictureNode } from '../picture/looks';
import { FoldButton } from './FoldButton';

/** The ground a workload's pods stand on, with its name. */
export const PodsFrame = memo(function PodsFrame({
  data: { id, title, count },
}: NodeProps<Extract<PictureNode, { type?: 'pods' }>>) {
  return (
    <div className="graph-pods">
      <Name className="graph-title-handle" name={title} title={title} />
      <FoldButton entity={id} to="fold" label={t`Fold the pods of ${title}`}>
        ×{count}
      </FoldButton>
    </div>
  );
});
