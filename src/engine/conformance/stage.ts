/** Short ways to write the manifests of a row. Arguments are YAML in flow style. */

/** Documents in one text. */
export const documents = (...texts: readonly string[]): string =>
  texts.map((text) => text.trim()).join('\n---\n');

/** A NetworkPolicy by `namespace/name`. */
export function policy(name: string, spec: string): string {
  const [namespace = '', own = ''] = name.split('/');
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${own}, namespace: ${namespace}}
spec: ${spec}`;
}

/** A Namespace with labels. */
export function namespace(name: string, labels = '{}'): string {
  return `
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: ${labels}}`;
}

/** A pod by `namespace/name`. */
export function pod(
  name: string,
  { labels = '{}', ports = '[]', addresses = [], spec = '', status = '' }: PodText,
): string {
  const [inNamespace = '', own = ''] = name.split('/');
  const ips = addresses.map((ip) => `{ip: "${ip}"}`).join(', ');
  const states = [ips === '' ? '' : `podIPs: [${ips}]`, status].filter((part) => part !== '').join(', ');
  return `
apiVersion: v1
kind: Pod
metadata: {name: ${own}, namespace: ${inNamespace}, labels: ${labels}}
spec: {${spec === '' ? '' : `${spec}, `}containers: [{name: main, image: example.com/main, ports: ${ports}}]}
status: {${states}}`;
}

/** The parts of a pod that rows vary; `spec` and `status` are further entries of those maps. */
export interface PodText {
  readonly labels?: string;
  readonly ports?: string;
  readonly addresses?: readonly string[];
  readonly spec?: string;
  readonly status?: string;
}

/** A Node with its address. */
export function node(name: string, address: string): string {
  return `
apiVersion: v1
kind: Node
metadata: {name: ${name}}
status: {addresses: [{type: InternalIP, address: ${address}}]}`;
}

const ports = '[{name: http, containerPort: 80}, {name: dns, containerPort: 53, protocol: UDP}]';

const actor = (name: string, address: string): string =>
  pod(name, { labels: `{pod: ${name.slice(2)}}`, ports, addresses: [address] });

/** Two namespaces x and y with pods a and b in each; every pod has the label `pod: <its name>`. */
export const stage = documents(
  namespace('x', '{team: red}'),
  namespace('y', '{team: blue}'),
  actor('x/a', '10.244.1.10'),
  actor('x/b', '10.244.1.11'),
  actor('y/a', '10.244.2.10'),
  actor('y/b', '10.244.2.11'),
);

/** The stage with one policy in x that has this spec. */
export const withPolicy = (spec: string): string => documents(stage, policy('x/p', spec));

/** The stage with one policy for x/a and ingress, with these rules. */
export const ingressToA = (rules: string): string =>
  withPolicy(`{podSelector: {matchLabels: {pod: a}}, policyTypes: [Ingress], ingress: ${rules}}`);

/** The stage with one policy for x/a and egress, with these rules. */
export const egressFromA = (rules: string): string =>
  withPolicy(`{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], egress: ${rules}}`);
