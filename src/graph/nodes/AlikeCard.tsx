import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { CARD, portWords } from '../layout/cardSize';
import type { PictureNode } from '../picture/looks';
import { CardBadges } from './CardBadges';
import { Ends } from './Ends';
import { farLetters } from './farLetters';
import { FoldButton } from './FoldButton';
import { LabelChips } from './LabelChips';
import { Ports } from './Ports';
import { shortName } from './shortName';
import { Stub } from './Stub';

const LABEL_ROOM = CARD.width - 22;

/** Workloads that no policy tells apart, as a stack of cards. */
export const AlikeCard = memo(function AlikeCard({
  data: { entity, card },
  selected,
}: NodeProps<Extract<PictureNode, { type?: 'alike' }>>) {
  const { id, name, members, labels, ports } = entity;
  const count = String(members.length);
  const names = members.map((member) => member.slice(member.lastIndexOf('/') + 1)).join(', ');
  return (
    <div
      className="graph-card graph-far"
      data-strength={card.strength}
      data-selected={selected}
      data-stack
      style={farLetters(name)}
    >
      <div className="graph-card-top">
        <span className="graph-card-name" title={`${count} workloads that no policy tells apart: ${names}`}>
          {shortName(name, 14)} <span className="graph-card-and">and {members.length - 1} alike</span>
        </span>
        <FoldButton entity={id} to="unfold" label={`Show the ${count} workloads alike to ${name}`} />
      </div>
      {labels.length > 0 && <LabelChips labels={labels} room={LABEL_ROOM} />}
      <div className="graph-card-bottom">
        <Ports ports={ports} words={portWords({ ports, workloadKind: `${count} workloads` })} />
        <CardBadges card={card} />
      </div>
      <Stub stub={card.stub} />
      <Ends />
    </div>
  );
});
