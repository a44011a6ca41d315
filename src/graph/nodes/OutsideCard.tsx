import type { NodeProps } from '@xyflow/react';
import { Globe } from 'lucide-react';
import { memo } from 'react';
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
          <FoldButton entity={id} to="unfold" label={`Show the ${String(groups)} groups outside`} />
        )
      }
    >
      <div className="graph-card-top">
        <Globe className="graph-kind" aria-hidden size={15} strokeWidth={1.8} />
        <span className="graph-card-name">{name}</span>
      </div>
      <span className="graph-card-kind">
        {groups > 1 ? `${String(groups)} groups of addresses` : 'every address outside'}
      </span>
    </Ground>
  );
});
