import type { NodeProps } from '@xyflow/react';
import { Globe, Unplug } from 'lucide-react';
import { memo } from 'react';
import type { WorkloadEntity } from '../../engine';
import { portWords } from '../layout/cardSize';
import type { PictureNode, WorkloadLook } from '../picture/looks';
import { HOST_NETWORK } from '../picture/nodeSentences';
import { Ends } from './Ends';
import { KindIcon } from './KindIcon';
import { LabelChips } from './LabelChips';
import { LockBadge } from './LockBadge';
import { PodList, PodsButton } from './Pods';
import { shortName } from './shortName';

/** A workload: what it is called, what listens, and whether its doors are locked. */
export const WorkloadCard = memo(function WorkloadCard({
  data,
  selected,
}: NodeProps<Extract<PictureNode, { type?: 'workload' }>>) {
  const { entity, strength, expanded } = data;
  return (
    <div
      className="graph-card"
      data-strength={strength}
      data-selected={selected}
      data-many={entity.replicas > 1}
    >
      <div className="graph-card-top">
        <KindIcon kind={entity.workloadKind} />
        <span className="graph-card-name" title={`${entity.workloadKind} ${entity.namespace}/${entity.name}`}>
          {shortName(entity.name)}
        </span>
        <PodsButton entity={entity} expanded={expanded} />
      </div>
      {entity.labels.length > 0 && <LabelChips entity={entity} />}
      <div className="graph-card-bottom">
        <Ports entity={entity} />
        <Badges look={data} />
      </div>
      {expanded && <PodList entity={entity} />}
      <Ends />
    </div>
  );
});

function Ports({ entity }: { readonly entity: WorkloadEntity }) {
  const { ports, workloadKind } = entity;
  if (ports.length === 0) return <span className="graph-card-kind">{workloadKind}</span>;
  const all = ports.map(
    ({ name, protocol, port }) => `${protocol} ${String(port)}${name === null ? '' : ` (${name})`}`,
  );
  return (
    <span className="graph-card-ports" title={all.join(', ')}>
      {portWords(entity)}
    </span>
  );
}

function Badges({ look: { entity, locks, fromOutside, toOutside } }: { readonly look: WorkloadLook }) {
  const outside = [
    ...(fromOutside ? ['reachable from outside'] : []),
    ...(toOutside ? ['can reach outside'] : []),
  ];
  const words = outside.join(', ');
  if (entity.hostNetwork) {
    return (
      <span className="graph-host" role="img" aria-label={HOST_NETWORK} title={HOST_NETWORK}>
        <Unplug aria-hidden size={11} /> host network
      </span>
    );
  }
  return (
    <span className="graph-badges">
      {outside.length > 0 && (
        <span className="graph-globe" role="img" aria-label={words} title={words}>
          <Globe aria-hidden size={12} strokeWidth={1.8} />
        </span>
      )}
      <LockBadge type="ingress" closed={locks.ingress} />
      <LockBadge type="egress" closed={locks.egress} />
    </span>
  );
}
