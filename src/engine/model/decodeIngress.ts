import { asMap, listAt, mapAt, textAt, type MapField } from './fields';
import { decodeMetadata, namespaceOf } from './metadata';
import type { IngressObject } from './objects';
import type { Problems } from './problems';

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/ */
export function decodeIngress(object: MapField, problems: Problems): IngressObject {
  const metadata = decodeMetadata(object, problems);
  const { name, nameRange } = metadata;
  const spec = mapAt(object, 'spec', problems);
  const backends = spec ? [mapAt(spec, 'defaultBackend', problems), ...ruleBackends(spec, problems)] : [];
  const names = backends.flatMap((backend) => (backend && serviceName(backend, problems)) ?? []);
  const range = object.tree.range;
  return {
    kind: 'Ingress',
    name,
    nameRange,
    namespace: namespaceOf(metadata),
    range,
    backends: [...new Set(names)],
  };
}

function ruleBackends(spec: MapField, problems: Problems): readonly (MapField | null)[] {
  return listAt(spec, 'rules', problems).flatMap((item) => {
    const rule = asMap(item, problems);
    const http = rule && mapAt(rule, 'http', problems);
    return (http ? listAt(http, 'paths', problems) : []).map((entry) => {
      const path = asMap(entry, problems);
      return path && mapAt(path, 'backend', problems);
    });
  });
}

function serviceName(backend: MapField, problems: Problems): string | null {
  const target = mapAt(backend, 'service', problems);
  return target && textAt(target, 'name', problems);
}
