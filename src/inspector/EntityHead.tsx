import { Lock, LockOpen } from 'lucide-react';
import { EGRESS_LOCK, INGRESS_LOCK, type Entity } from '../engine';
import { rich } from '../language/rich';
import { n, t } from '../language/t';
import { Term, Termed } from '../ui/Term';
import { kindName, namespaceName } from './naming';

interface EntityHeadProps {
  readonly entity: Entity;
  /** Bits of Picture.locks. */
  readonly lock: number;
}

/** Kind, name, namespace and the two locks. */
export function EntityHead({ entity, lock }: EntityHeadProps) {
  const namespace = namespaceName(entity);
  return (
    <header className="inspector-head">
      <p className="inspector-kind">
        {kindName(entity)}
        {entity.kind === 'workload' && entity.replicas !== 1 && ` · ${replicas(entity.replicas)}`}
      </p>
      <h2 className="inspector-name">
        {entity.name}
        {namespace !== null && <span className="inspector-namespace"> {namespace}</span>}
      </h2>
      {(entity.kind === 'workload' || entity.kind === 'pod') && !entity.hostNetwork && (
        <p className="inspector-locks">
          <LockWords name="Ingress" locked={(lock & INGRESS_LOCK) !== 0} />
          <LockWords name="Egress" locked={(lock & EGRESS_LOCK) !== 0} />
        </p>
      )}
      {(entity.kind === 'workload' || entity.kind === 'pod') && entity.hostNetwork && (
        <p className="inspector-quiet">
          <Termed>{t`It uses its node’s network: policies have no effect on it.`}</Termed>
        </p>
      )}
    </header>
  );
}

const replicas = (count: number): string => n(count)`${count} replica|${count} replicas`;

function LockWords({ name, locked }: { readonly name: 'Ingress' | 'Egress'; readonly locked: boolean }) {
  const term = <Term id={name === 'Ingress' ? 'ingress' : 'egress'}>{name}</Term>;
  return (
    <span className="inspector-lock">
      {locked ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
      {locked ? rich`${term} closed, except by rule` : rich`${term} open`}
    </span>
  );
}
