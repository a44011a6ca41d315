import type { Entity, EntityPort, WorkloadEntity } from '../engine';
import { grouped, t } from '../language/t';

/** What the manifests say about an entity, apart from any policy. */
export function EntityFacts({ entity }: { readonly entity: Entity }) {
  switch (entity.kind) {
    case 'workload':
      return <WorkloadFacts workload={entity} />;
    case 'pod':
      return (
        <>
          <Fact title={t`Node`} rows={entity.node === null ? [] : [entity.node]} />
          <Fact title={t`Addresses`} rows={entity.addresses} />
          <Fact title={t`Ports`} rows={entity.ports.map(portWords)} />
          <Fact title={t`Labels`} rows={entity.labels.map(([key, value]) => `${key}: ${value}`)} />
        </>
      );
    case 'alike':
      return (
        <>
          <Fact title={t`Ports all of them have`} rows={entity.ports.map(portWords)} />
          <Fact
            title={t`Labels all of them have`}
            rows={entity.labels.map(([key, value]) => `${key}: ${value}`)}
          />
        </>
      );
    case 'namespace':
    case 'outside':
      return null;
    case 'external':
      return (
        <Fact
          title={entity.everythingElse ? t`Addresses no policy names` : t`Addresses`}
          rows={entity.ranges}
        />
      );
  }
}

function WorkloadFacts({ workload }: { readonly workload: WorkloadEntity }) {
  return (
    <>
      <Fact title={t`Ports`} rows={workload.ports.map(portWords)} />
      <Fact title={t`Services`} rows={workload.services.map(({ name, ports }) => `${name} ${ports}`)} />
      <Fact title={t`Labels`} rows={workload.labels.map(([key, value]) => `${key}: ${value}`)} />
      <Fact title={t`Pods`} rows={workload.pods} count={workload.podCount} />
    </>
  );
}

function portWords({ name, protocol, port }: EntityPort): string {
  return `${protocol} ${String(port)}${name === null ? '' : ` (${name})`}`;
}

const FIRST_FACTS = 24;

interface FactProps {
  readonly title: string;
  readonly rows: readonly string[];
  /** How many there are, when not all are given. */
  readonly count?: number;
}

function Fact({ title, rows, count = rows.length }: FactProps) {
  if (rows.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">{title}</h3>
      <ul className="inspector-facts">
        {rows.slice(0, FIRST_FACTS).map((row) => (
          <li key={row}>{row}</li>
        ))}
        {count > FIRST_FACTS && <li>{t`and ${grouped(count - FIRST_FACTS)} more`}</li>}
      </ul>
    </section>
  );
}
