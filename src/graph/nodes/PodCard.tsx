import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '../../language/t';
import { Name } from '../../ui/Name';
import type { PictureNode } from '../picture/looks';
import { CardBadges } from './CardBadges';

/** One pod of a workload, as small as its siblings need. */
export const PodCard = memo(function PodCard({
  data: { entity, card, short, scale },
  selected,
  width = 0,
  height = 0,
}: NodeProps<Extract<PictureNode, { type?: 'pod' }>>) {
  const { name, node, addresses } = entity;
  const facts = [name, ...(node === null ? [] : [t`on ${node}`]), ...addresses].join('\n');
  return (
    <div
      className="graph-card graph-pod"
      data-strength={card.strength}
      data-selected={selected}
      title={facts}
    >
      <div
        className="graph-scaled"
        style={{ width: width / scale, height: height / scale, transform: `scale(${String(scale)})` }}
      >
        <Name className="graph-card-name" name={short} title={facts} />
        <CardBadges card={card} />
      </div>
    </div>
  );
});
