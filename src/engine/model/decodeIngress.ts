import { asMap, listAt, mapAt, textAt, type MapField } from './fields';
import {
  ingressBackendFields,
  ingressHttpFields,
  ingressPathFields,
  ingressRuleFields,
  ingressServiceFields,
  ingressSpecFields,
} from './knownFields';
import { decodeMetadata, namespaceOf } from './metadata';
import type { IngressObject } from './objects';
import type { Problems } from './problems';
import { refuseMisspeltFields } from './unknownFields';

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/ */
export function decodeIngress(object: MapField, problems: Problems): IngressObject {
  const metadata = decodeMetadata(object, problems);
  const { name, nameRange } = metadata;
  const spec = checked(mapAt(object, 'spec', problems), ingressSpecFields, problems);
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
    const rule = checked(asMap(item, problems), ingressRuleFields, problems);
    const http = checked(rule && mapAt(rule, 'http', problems), ingressHttpFields, problems);
    return (http ? listAt(http, 'paths', problems) : []).map((entry) => {
      const path = checked(asMap(entry, problems), ingressPathFields, problems);
      return path && mapAt(path, 'backend', problems);
    });
  });
}

function serviceName(backend: MapField, problems: Problems): string | null {
  refuseMisspeltFields(backend, ingressBackendFields, problems);
  const target = checked(mapAt(backend, 'service', problems), ingressServiceFields, problems);
  return target && textAt(target, 'name', problems);
}

/** The same map, after a look at its fields. */
function checked(map: MapField | null, fields: readonly string[], problems: Problems): MapField | null {
  if (map !== null) refuseMisspeltFields(map, fields, problems);
  return map;
}
