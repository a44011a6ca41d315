import type { NodeProps } from '@xyflow/react';
import { Unplug } from 'lucide-react';
import { memo } from 'react';
import type { WorkloadEntity } from '../../engine';
import { grouped, t } from '../../language/t';
import { copiesOf, idleSentence, isIdle } from '../../state/copies';
import { Name } from '../../ui/Name';
import { hasPods, labelRoom, workloadWords } from '../layout/cardSize';
import type { PictureNode, WorkloadLook } from '../picture/looks';
import { hostNetworkSentence } from '../picture/nodeSentences';
import { CardBadges } from './CardBadges';
import { nameLetters } from './nameLetters';
import { FoldButton } from './FoldButton';
import { KindIcon } from './KindIcon';
import { LabelChips } from './LabelChips';
import { Ports } from './Ports';
import { Stub } from './Stub';

/** A workload: what it is called, what listens, and whether its doors are locked. */
export const WorkloadCard = memo(function WorkloadCard({
  data,
  selected,
  width = 0,
}: NodeProps<Extract<PictureNode, { type?: 'workload' }>>) {
  const { entity, card, group, labels, telling } = data;
  const { name, namespace, workloadKind } = entity;
  return (
    <div
      className="graph-card graph-far"
      data-strength={card.strength}
      data-selected={selected}
      data-many={entity.replicas > 1}
      data-idle={isIdle(entity)}
      style={nameLetters(name, width)}
    >
      <div className="graph-card-top">
        <KindIcon kind={workloadKind} />
        <Name
          className="graph-card-name"
          name={name}
          telling={telling}
          title={`${workloadKind} ${namespace}/${name}`}
        />
        {group !== null && (
          <FoldButton entity={group} to="fold" label={t`Fold the workloads alike to ${name}`} />
        )}
        <Copies entity={entity} />
      </div>
      {labels.length > 0 && <LabelChips all={entity.labels} labels={labels} room={labelRoom(entity)} />}
      <div className="graph-card-bottom">
        {isIdle(entity) ? (
          <span className="graph-card-kind" title={idleSentence()}>
            {workloadWords(entity)}
          </span>
        ) : (
          <Ports ports={entity.ports} words={workloadWords(entity)} />
        )}
        <Badges look={data} />
      </div>
      <Stub stub={card.stub} />
    </div>
  );
});

/** How many there are; opens into them where they are known. */
function Copies({ entity }: { readonly entity: WorkloadEntity }) {
  const count = `×${String(copiesOf(entity))}`;
  if (!hasPods(entity)) return copiesOf(entity) > 1 ? <span className="graph-count">{count}</span> : null;
  const label = t`Show the pods of ${entity.name}: ${grouped(entity.podCount)}`;
  return (
    <FoldButton entity={entity.id} to="unfold" label={label}>
      {count}
    </FoldButton>
  );
}

function Badges({ look: { entity, card } }: { readonly look: WorkloadLook }) {
  if (!entity.hostNetwork) return <CardBadges card={card} />;
  return (
    <span className="graph-host" role="img" aria-label={hostNetworkSentence()} title={hostNetworkSentence()}>
      <Unplug aria-hidden size={11} /> {t`host network`}
    </span>
  );
}
