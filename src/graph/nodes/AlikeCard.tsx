import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { n } from '../../language/t';
import { idleNote, isIdle } from '../../state/copies';
import { Name } from '../../ui/Name';
import { CARD, portWords } from '../layout/cardSize';
import type { PictureNode } from '../picture/looks';
import { CardBadges } from './CardBadges';
import { nameLetters } from './nameLetters';
import { FoldButton } from './FoldButton';
import { LabelChips } from './LabelChips';
import { Ports } from './Ports';
import { Stub } from './Stub';

const LABEL_ROOM = CARD.width - 22;

/** Workloads that no policy tells apart, as a stack of cards. */
export const AlikeCard = memo(function AlikeCard({
  data: { entity, card, labels, telling },
  selected,
  width = 0,
}: NodeProps<Extract<PictureNode, { type?: 'alike' }>>) {
  const { id, name, members, ports } = entity;
  const count = members.length;
  const idle = idleNote(entity);
  const words = portWords({ ports, workloadKind: n(count)`${count} workload|${count} workloads` });
  const names = members.map((member) => member.slice(member.lastIndexOf('/') + 1)).join(', ');
  return (
    <div
      className="graph-card graph-far"
      data-strength={card.strength}
      data-selected={selected}
      data-stack
      data-idle={isIdle(entity)}
      style={nameLetters(name, width)}
    >
      <div className="graph-card-top">
        <Name
          className="graph-card-name"
          name={name}
          telling={telling}
          title={n(
            count,
          )`${count} workload that no policy tells apart: ${names}|${count} workloads that no policy tells apart: ${names}`}
        />
        <span className="graph-card-and">+{count - 1}</span>
        <FoldButton
          entity={id}
          to="unfold"
          label={n(
            count,
          )`Show the ${count} workload alike to ${name}|Show the ${count} workloads alike to ${name}`}
        />
      </div>
      {labels.length > 0 && <LabelChips all={entity.labels} labels={labels} room={LABEL_ROOM} />}
      <div className="graph-card-bottom">
        {idle === null ? (
          <Ports ports={ports} words={words} />
        ) : (
          <span className="graph-card-kind" title={`${idle} · ${words}`}>
            {idle}
          </span>
        )}
        <CardBadges card={card} />
      </div>
      <Stub stub={card.stub} />
    </div>
  );
});
