import { asMap, integerAt, listAt, mapAt, stringAt, textAt, type MapField } from './fields';
import { decodeMetadata, namespaceOf } from './metadata';
import type { DecodedObject, ObjectName, RouteKind } from './objects';
import { routeKinds } from './objects';
import { createProblems, type Problems } from './problems';

/** https://gateway-api.sigs.k8s.io/reference/spec/ */
const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Whether objects of this kind are read by `decodeGateway`. */
export function isGatewayKind(group: string, kind: string): boolean {
  return group === GATEWAY_GROUP && (kind === 'Gateway' || isRouteKind(kind));
}

/**
 * A Gateway or a route, of any version of the group: what is read here is the same in all. Custom resources have a
 * validation of their own, so nothing is reported.
 */
export function decodeGateway(object: MapField, kind: string): DecodedObject {
  const silent = createProblems(() => undefined);
  const metadata = decodeMetadata(object, silent);
  const { name, nameRange } = metadata;
  const namespace = namespaceOf(metadata);
  const named = { name, nameRange, namespace, range: object.tree.range };
  const spec = mapAt(object, 'spec', silent);
  if (!isRouteKind(kind)) {
    return { kind: 'Gateway', ...named, className: spec && textAt(spec, 'gatewayClassName', silent) };
  }
  const rules = spec ? mapsAt(spec, 'rules', silent) : [];
  return {
    kind,
    ...named,
    gateways: (spec ? mapsAt(spec, 'parentRefs', silent) : []).flatMap(
      (parent) => referred(parent, GATEWAY_GROUP, 'Gateway', namespace, silent) ?? [],
    ),
    backends: rules
      .flatMap((rule) => mapsAt(rule, 'backendRefs', silent))
      .flatMap((backend) => {
        const service = referred(backend, '', 'Service', namespace, silent);
        return service === null ? [] : { ...service, port: integerAt(backend, 'port', silent) };
      }),
  };
}

function isRouteKind(kind: string): kind is RouteKind {
  return routeKinds.some((one) => one === kind);
}

function mapsAt(map: MapField, key: string, problems: Problems): readonly MapField[] {
  return listAt(map, key, problems).flatMap((item) => asMap(item, problems) ?? []);
}

/** What a reference names, when it is of this kind, which also is the default. */
function referred(
  map: MapField,
  group: string,
  kind: string,
  own: string,
  problems: Problems,
): ObjectName | null {
  const name = textAt(map, 'name', problems);
  const isOfGroup = (stringAt(map, 'group', problems) ?? group) === group;
  const isOfKind = (textAt(map, 'kind', problems) ?? kind) === kind;
  if (name === null || !isOfGroup || !isOfKind) return null;
  return { namespace: textAt(map, 'namespace', problems) ?? own, name };
}
