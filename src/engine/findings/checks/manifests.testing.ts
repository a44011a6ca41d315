import { Session } from '../../session';
import type { Protocol } from '../../model/objects';
import type { QueryAnswer } from '../../query';
import type { CniProfile } from '../../answer';

/** Manifests for the tests of checks, each a document of its own. */

/** One document of a file. */
export const doc = (text: string): string => `${text}\n---\n`;

export const namespaces = (...names: readonly string[]): string =>
  names.map((name) => doc(`apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}`)).join('');

/** A pod labelled `app: <name>`; ports as `http:80/TCP` or `80/TCP`. */
export function pod(namespace: string, name: string, options: PodOptions = {}): string {
  const { labels = { app: name }, ports = [], addresses = [], hostNetwork = false } = options;
  const labelLines = Object.entries(labels).map(([key, value]) => `    ${key}: ${value}`);
  const portItems = ports.map((port) => {
    const [, portName, number, protocol] = /^(?:(.+):)?(\d+)\/(\w+)$/.exec(port) ?? [];
    return `{${portName === undefined ? '' : `name: ${portName}, `}containerPort: ${number ?? ''}, protocol: ${protocol ?? ''}}`;
  });
  return doc(
    [
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  labels:`,
      ...labelLines,
      `spec:\n  hostNetwork: ${String(hostNetwork)}\n  containers:`,
      ...portItems.map((item, index) => `    - name: main-${String(index)}\n      ports: [${item}]`),
      addresses.length === 0
        ? 'status: {}'
        : `status:\n  podIPs: [${addresses.map((ip) => `{ip: '${ip}'}`).join(', ')}]`,
    ].join('\n'),
  );
}

interface PodOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly addresses?: readonly string[];
  readonly hostNetwork?: boolean;
}

/** A Service for the pods labelled `app: <app>`; `spec` are more lines of its spec. */
export const service = (
  namespace: string,
  name: string,
  ports: string,
  spec: readonly string[] = [],
  app = name,
): string =>
  doc(
    [
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:`,
      `  selector: {app: ${app}}\n  ports: ${ports}`,
      ...spec.map((line) => `  ${line}`),
    ].join('\n'),
  );

/** A NetworkPolicy for the pods labelled `app: <app>`, or all; `spec` are its other lines. */
export const policy = (namespace: string, name: string, app: string | null, spec: string): string =>
  doc(
    [
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n  namespace: ${namespace}`,
      `spec:\n  podSelector:${app === null ? ' {}' : `\n    matchLabels:\n      app: ${app}`}`,
      ...spec.split('\n').map((line) => `  ${line}`),
    ].join('\n'),
  );

/** Whether one pod (`namespace/name`) may connect to another one, or to an address. */
export function verdict(
  text: string,
  from: string,
  to: string,
  port = 80,
  protocol: Protocol = 'TCP',
  cni: CniProfile = 'spec',
): QueryAnswer['verdict'] | null {
  const session = new Session();
  session.analyze([{ id: 'a.yaml', name: 'a.yaml', text }], cni);
  const end = (text: string) => (text.includes('/') ? { pod: text } : { ip: text });
  return session.query({ from: end(from), to: end(to), protocol, port })?.verdict ?? null;
}
