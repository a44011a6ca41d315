import type { NodeProps } from '@xyflow/react';
import { Globe, Network } from 'lucide-react';
import { memo } from 'react';
import { Name } from '../../ui/Name';
import { externalLine } from '../layout/cardSize';
import type { PictureNode } from '../picture/looks';
import { nameLetters } from './nameLetters';

const RANGES_SHOWN = 12;

/** Addresses outside the cluster that policies treat alike. */
export const ExternalCard = memo(function ExternalCard({
  data: { entity, strength, telling },
  selected,
  width = 0,
}: NodeProps<Extract<PictureNode, { type?: 'external' }>>) {
  const Icon = entity.everythingElse ? Globe : Network;
  const title = [entity.name, ...entity.ranges.slice(0, RANGES_SHOWN)].join('\n');
  return (
    <div
      className="graph-card graph-far"
      data-strength={strength}
      data-selected={selected}
      data-outside
      title={title}
      style={nameLetters(entity.short, width)}
    >
      <div className="graph-card-top">
        <Icon className="graph-kind" aria-hidden size={15} strokeWidth={1.8} />
        <Name className="graph-card-name" name={entity.short} telling={telling} title={title} />
      </div>
      <span className="graph-card-kind">{externalLine(entity)}</span>
    </div>
  );
});
