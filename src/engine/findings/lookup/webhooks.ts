import type { Cluster } from '../../model/cluster';
import type { IgnoredObject, ServiceObject, ServicePort } from '../../model/objects';
import { entryOf, type MapTree, type ScalarTree } from '../../parse/tree';
import type { Inquiry } from '../check';
import { listIn, mapIn } from './written';

const ofCluster = new WeakMap<Cluster, ReadonlySet<string>>();
const ofObject = new WeakMap<IgnoredObject, readonly string[]>();

/** Whether a webhook configuration of the cluster says that the API server calls this port of the Service. */
export function isCalled(service: ServiceObject, { port }: ServicePort, ask: Inquiry): boolean {
  const { cluster } = ask.state.space;
  let called = ofCluster.get(cluster);
  if (!called)
    ofCluster.set(cluster, (called = new Set(cluster.webhooks.flatMap((one) => calledBy(one, ask)))));
  return called.has(keyOf(service.namespace, service.name, port));
}

function calledBy(object: IgnoredObject, ask: Inquiry): readonly string[] {
  let called = ofObject.get(object);
  if (!called) {
    const webhooks = listIn(ask.tree(object), 'webhooks')?.items ?? [];
    called = webhooks.flatMap((one) => {
      const service = mapIn(mapIn(one, 'clientConfig'), 'service');
      return service ? keyOf(...fieldsOf(service)) : [];
    });
    ofObject.set(object, called);
  }
  return called;
}

const DEFAULT_PORT = 443;

function fieldsOf(service: MapTree): readonly [string, string, number] {
  const field = (key: string): ScalarTree['value'] => {
    const value = entryOf(service, key)?.value;
    return value?.kind === 'scalar' ? value.value : null;
  };
  const port = field('port');
  return [String(field('namespace')), String(field('name')), typeof port === 'number' ? port : DEFAULT_PORT];
}

function keyOf(namespace: string, name: string, port: number): string {
  return `${namespace}/${name}:${String(port)}`;
}
