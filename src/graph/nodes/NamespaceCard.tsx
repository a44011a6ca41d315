import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { n, t } from '../../language/t';
import { idleNote } from '../../state/copies';
import { Name } from '../../ui/Name';
import type { PictureNode } from '../picture/looks';
import { insideSentence } from '../picture/nodeSentences';
import { CardBadges } from './CardBadges';
import { FoldButton } from './FoldButton';
import { Ground } from './Ground';
import { LockBadge } from './LockBadge';
import { Stub } from './Stub';

/** A whole namespace as one card, on all of its territory. */
export const NamespaceCard = memo(function NamespaceCard({
  data: { entity, card, frame, inside, ground },
  selected,
}: NodeProps<Extract<PictureNode, { type?: 'namespace' }>>) {
  const { id, name, workloads } = entity;
  const idle = idleNote(entity);
  return (
    <Ground
      name={name}
      ground={ground}
      strength={card.strength}
      selected={selected}
      button={<FoldButton entity={id} to="unfold" label={t`Show the workloads of ${name}`} />}
      locks={
        <>
          <LockBadge type="ingress" lock={card.ingress} />
          <LockBadge type="egress" lock={card.egress} />
        </>
      }
    >
      <div className="graph-card-top">
        <Name
          className="graph-card-name"
          name={name}
          telling={frame.telling}
          title={frame.declared ? name : t`${name}: nobody declares this namespace`}
        />
      </div>
      <span className="graph-card-kind">
        {n(workloads)`${workloads} workload|${workloads} workloads`}
        {!frame.declared && ` · ${t`inferred`}`}
      </span>
      {idle !== null && <span className="graph-card-kind">{idle}</span>}
      <div className="graph-card-bottom">
        <span className="graph-card-ports" title={insideSentence(inside)}>
          {inside.total > 0 && `${String(inside.passing)}/${String(inside.total)}`}
        </span>
        <CardBadges card={card} />
      </div>
      <Stub stub={card.stub} />
    </Ground>
  );
});
