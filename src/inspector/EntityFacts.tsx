import type { Entity, WorkloadEntity } from '../engine';

/** What the manifests say about an entity, apart from any policy. */
export function EntityFacts({ entity }: { readonly entity: Entity }) {
  switch (entity.kind) {
    case 'workload':
      return <WorkloadFacts workload={entity} />;
    case 'external':
      return (
        <Fact
          title={entity.everythingElse ? 'Addresses no policy names' : 'Addresses'}
          rows={entity.ranges}
        />
      );
  }
}

function WorkloadFacts({ workload }: { readonly workload: WorkloadEntity }) {
  return (
    <>
      <Fact
        title="Ports"
        rows={workload.ports.map(
          ({ name, protocol, port }) => `${protocol} ${String(port)}${name === null ? '' : ` (${name})`}`,
        )}
      />
      <Fact title="Services" rows={workload.services.map(({ name, ports }) => `${name} ${ports}`)} />
      <Fact title="Labels" rows={workload.labels.map(([key, value]) => `${key}: ${value}`)} />
      <Fact title="Pods" rows={workload.pods} />
    </>
  );
}

const FIRST_FACTS = 24;

function Fact({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">{title}</h3>
      <ul className="inspector-facts">
        {rows.slice(0, FIRST_FACTS).map((row) => (
          <li key={row}>{row}</li>
        ))}
        {rows.length > FIRST_FACTS && <li>and {rows.length - FIRST_FACTS} more</li>}
      </ul>
    </section>
  );
}
