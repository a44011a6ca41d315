import type { EntityPort } from '../../engine';

interface PortsProps {
  readonly ports: readonly EntityPort[];
  /** The first of them, or what stands in their place. */
  readonly words: string;
}

/** What listens; all of it on hover. */
export function Ports({ ports, words }: PortsProps) {
  if (ports.length === 0) return <span className="graph-card-kind">{words}</span>;
  const all = ports.map(
    ({ name, protocol, port }) => `${protocol} ${String(port)}${name === null ? '' : ` (${name})`}`,
  );
  return (
    <span className="graph-card-ports" title={all.join(', ')}>
      {words}
    </span>
  );
}
