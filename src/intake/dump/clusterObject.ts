/** One object of cluster.yaml. */
export interface ClusterObject {
  readonly kind: string;
  /** Tells it from all others; null when its name could not be read. */
  readonly identity: string | null;
  readonly namespace: string;
  /** Ends with a line end. */
  readonly text: string;
}

const ranks = [
  'Node',
  'Namespace',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'CronJob',
  'Job',
  'Pod',
  'Service',
  'Ingress',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'UDPRoute',
];
const rankOf = new Map(ranks.map((kind, rank) => [kind, rank]));
const ofCluster: ReadonlySet<string> = new Set(['Node', 'Namespace']);

/** The object with what tells it from others. */
export function clusterObject(
  kind: string,
  { apiVersion, namespace, name }: Identity,
  text: string,
): ClusterObject {
  const home = namespace ?? (ofCluster.has(kind) ? '' : 'default');
  const group = apiVersion?.includes('/') === true ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return {
    kind,
    namespace: home,
    identity: name === null ? null : `${group}/${kind}/${home}/${name}`,
    text,
  };
}

/** What an object says it is. */
export interface Identity {
  readonly apiVersion: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
}

/** Of an object that is there twice the later one stays, as kubectl would apply them. */
function withoutReplaced(objects: readonly ClusterObject[]): readonly ClusterObject[] {
  const newest = new Map(objects.map((object) => [object.identity, object]));
  if (newest.size === objects.length) return objects;
  return objects.filter((object) => object.identity === null || newest.get(object.identity) === object);
}

/** By namespace and kind; those of one kind and namespace stay in the order they came. */
export function inOrder(objects: readonly ClusterObject[]): readonly ClusterObject[] {
  const rank = (kind: string): number => rankOf.get(kind) ?? ranks.length;
  return withoutReplaced(objects).toSorted((a, b) =>
    a.namespace === b.namespace ? rank(a.kind) - rank(b.kind) : a.namespace < b.namespace ? -1 : 1,
  );
}

/** What the lines of an object in block style say it is. */
export function identityOfLines(lines: readonly string[]): Identity {
  const found: Record<'apiVersion' | 'namespace' | 'name', string | null> = {
    apiVersion: null,
    namespace: null,
    name: null,
  };
  let inMetadata = false;
  let column = 0;
  for (const line of lines) {
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (content === '') continue;
    if (indent === 0) {
      // kubectl writes metadata third; what follows is long.
      if (inMetadata && found.apiVersion !== null) break;
      if (line.startsWith('apiVersion:')) found.apiVersion = scalarOf(line.slice('apiVersion:'.length));
      inMetadata = line.startsWith('metadata:');
      column = 0;
      continue;
    }
    if (!inMetadata) continue;
    if (column === 0) column = indent;
    if (indent !== column) continue;
    if (content.startsWith('name:')) found.name = scalarOf(content.slice('name:'.length));
    else if (content.startsWith('namespace:')) found.namespace = scalarOf(content.slice('namespace:'.length));
  }
  return found;
}

const scalarOf = (text: string): string | null => /^ *(["']?)([\w./-]+)\1 *(?:#.*)?$/.exec(text)?.[2] ?? null;
