import { CircleHelp, Lock, LockOpen } from 'lucide-react';
import { EGRESS_LOCK, EGRESS_PERHAPS, INGRESS_LOCK, INGRESS_PERHAPS, type Entity } from '../engine';
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
          <LockWords name="Ingress" state={stateOf(lock, INGRESS_LOCK, INGRESS_PERHAPS)} />
          <LockWords name="Egress" state={stateOf(lock, EGRESS_LOCK, EGRESS_PERHAPS)} />
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

type LockState = 'closed' | 'open' | 'unsure';

function stateOf(lock: number, sure: number, perhaps: number): LockState {
  if ((lock & sure) !== 0) return 'closed';
  return (lock & perhaps) === 0 ? 'open' : 'unsure';
}

const ICONS = { closed: Lock, open: LockOpen, unsure: CircleHelp };

function LockWords({ name, state }: { readonly name: 'Ingress' | 'Egress'; readonly state: LockState }) {
  const term = <Term id={name === 'Ingress' ? 'ingress' : 'egress'}>{name}</Term>;
  const Icon = ICONS[state];
  return (
    <span className="inspector-lock">
      <Icon size={13} aria-hidden />
      {state === 'closed' && rich`${term} closed, except by rule`}
      {state === 'open' && rich`${term} open`}
      {state === 'unsure' && rich`${term}: cannot say`}
    </span>
  );
}
