import { table } from './notation';
import type { Check } from './row';
import { documents, namespace, pod, policy } from './stage';
import upstream from './upstream.json';

/** One state of one of Kubernetes' own network policy tests. */
export interface UpstreamTable {
  /** Id, step, probe and title. */
  readonly name: string;
  readonly manifests: string;
  readonly checks: readonly Check[];
}

type Entry = (typeof upstream.tables)[number];

const addresses = new Map<string, string>(Object.entries(upstream.addresses));

const servedPorts = `[${[80, 81]
  .flatMap((port) =>
    ['TCP', 'UDP', 'SCTP'].map(
      (protocol) =>
        `{name: serve-${String(port)}-${protocol.toLowerCase()}, containerPort: ${String(port)}, protocol: ${protocol}}`,
    ),
  )
  .join(', ')}]`;

/** JSON is YAML in flow style. */
const flow = (value: unknown): string => JSON.stringify(value);

function manifestsOf(entry: Entry): string {
  const namespaceLabels = new Map<string, unknown>(Object.entries(entry.namespaceLabels ?? {}));
  const podLabels = new Map<string, unknown>(Object.entries(entry.podLabels ?? {}));
  return documents(
    ...['x', 'y', 'z'].map((name) => namespace(name, flow(namespaceLabels.get(name) ?? {}))),
    ...entry.pods.split(' ').map((name) =>
      pod(name, {
        labels: flow(podLabels.get(name) ?? { pod: name.slice(2) }),
        ports: servedPorts,
        addresses: [addresses.get(name) ?? ''],
      }),
    ),
    ...Object.entries(entry.policies).map(([name, spec]) => policy(name, spec)),
  );
}

function checksOf({ probe, pods, table: lines }: Entry): readonly Check[] {
  const senders = pods.split(' ');
  return table(
    [`${probe} ${pods}`, ...lines.map((line, index) => `${senders[index] ?? ''} ${line}`)].join('\n'),
  );
}

/** Every table of the upstream suite, as manifests and checks. See upstream.json for its source and licence. */
export const upstreamTables: readonly UpstreamTable[] = upstream.tables.map((entry) => ({
  name: `${entry.id}.${String(entry.step)} ${entry.probe} ${entry.title}`,
  manifests: manifestsOf(entry),
  checks: checksOf(entry),
}));
