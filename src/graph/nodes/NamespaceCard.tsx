import type { NodeProps } from '@xyflow/react';
import { Globe, Maximize2 } from 'lucide-react';
import { memo } from 'react';
import type { NamespaceLook, PictureNode } from '../picture/looks';
import { openNamespace } from '../openNamespace';
import { Ends } from './Ends';
import { LockBadge } from './LockBadge';
import { shortName } from './shortName';

/** A whole namespace as one card. */
export const NamespaceCard = memo(function NamespaceCard({
  id,
  data,
  selected,
}: NodeProps<Extract<PictureNode, { type?: 'namespace' }>>) {
  const { title, outside, strength, workloads } = data;
  return (
    <div
      className="graph-card"
      data-strength={strength}
      data-selected={selected}
      data-outside={outside || undefined}
      data-many={!outside}
    >
      <div className="graph-card-top">
        {outside && <Globe className="graph-kind" aria-hidden size={15} strokeWidth={1.8} />}
        <span className="graph-card-name" title={title}>
          {shortName(title, 20)}
        </span>
        {!outside && (
          <button
            type="button"
            className="graph-count nodrag nopan"
            aria-label={`Show the workloads of ${title}`}
            title="Show its workloads"
            onClick={(event) => {
              event.stopPropagation();
              openNamespace(id);
            }}
            onKeyDown={(event) => {
              event.stopPropagation();
            }}
          >
            <Maximize2 aria-hidden size={11} />
          </button>
        )}
      </div>
      {outside ? (
        <span className="graph-card-kind">every address outside</span>
      ) : (
        <>
          <span className="graph-card-kind">
            {workloads} {workloads === 1 ? 'workload' : 'workloads'}
          </span>
          <div className="graph-card-bottom">
            <Inside look={data} />
            <Locks look={data} />
          </div>
        </>
      )}
      <Ends />
    </div>
  );
});

function Inside({ look: { inside } }: { readonly look: NamespaceLook }) {
  if (inside.total === 0) return <span className="graph-card-ports" />;
  const words = `${String(inside.passing)} of ${String(inside.total)} pairs inside can connect`;
  return (
    <span className="graph-card-ports" title={words}>
      {inside.passing}/{inside.total} inside
    </span>
  );
}

function Locks({ look: { isolated, workloads } }: { readonly look: NamespaceLook }) {
  const sentence = (type: string, count: number): string =>
    `${type}: isolated for ${String(count)} of ${String(workloads)} workloads`;
  return (
    <span className="graph-badges">
      <LockBadge
        type="ingress"
        closed={isolated.ingress === workloads}
        sentence={sentence('ingress', isolated.ingress)}
      />
      <LockBadge
        type="egress"
        closed={isolated.egress === workloads}
        sentence={sentence('egress', isolated.egress)}
      />
    </span>
  );
}
