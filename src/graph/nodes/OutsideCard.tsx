import type { NodeProps } from '@xyflow/react';
import { Globe } from 'lucide-react';
import { memo } from 'react';
import { n } from '../../language/t';
import { outsideLine } from '../layout/cardSize';
import type { PictureNode } from '../picture/looks';
import { FoldButton } from './FoldButton';
import { Ground } from './Ground';

/** Every address outside as one card. */
export const OutsideCard = memo(function OutsideCard({
  data: { entity, strength, ground },
  selected,
}: NodeProps<Extract<PictureNode, { type?: 'outside' }>>) {
  const { id, name, groups } = entity;
  return (
    <Ground
      name={name}
      ground={ground}
      strength={strength}
      selected={selected}
      outside
      button={
        groups > 1 && (
          <FoldButton
            entity={id}
            to="unfold"
            label={n(groups)`Show the ${groups} group outside|Show the ${groups} groups outside`}
          />
        )
      }
    >
      <div className="graph-card-top">
        <Globe className="graph-kind" aria-hidden size={15} strokeWidth={1.8} />
        <span className="graph-card-name">{name}</span>
      </div>
      <span className="graph-card-kind">{outsideLine(entity)}</span>
    </Ground>
  );
});
