import { checkPort, decodeProtocol } from './decodePort';
import {
  asMap,
  booleanAt,
  fieldOf,
  integerAt,
  listAt,
  spotOf,
  textAt,
  type Field,
  type MapField,
} from './fields';
import { containerFields, containerPortFields, podSpecFields } from './knownFields';
import type { ContainerPort, Labels, PodShape } from './objects';
import { duplicate, required, type Problems } from './problems';
import { refuseMisspeltFields } from './unknownFields';

/** What a pod's spec decides; `labels` are read elsewhere. A missing spec has nothing. */
export function decodePodShape(labels: Labels, spec: MapField | null, problems: Problems): PodShape {
  if (spec === null) return { labels, ports: [], hostNetwork: false, nodeName: null };
  refuseMisspeltFields(spec, podSpecFields, problems);
  return {
    labels,
    ports: containersOf(spec, problems).flatMap((container) => decodePorts(container, problems)),
    hostNetwork: booleanAt(spec, 'hostNetwork', problems),
    nodeName: textAt(spec, 'nodeName', problems),
  };
}

/**
 * All containers of the pod: whether those of init containers count for named ports is settled nowhere (some plugins
 * look at `containers` only), and a name that resolves too often is seen, one that does not reads as "blocked".
 */
function containersOf(spec: MapField, problems: Problems): readonly MapField[] {
  return ['containers', 'initContainers'].flatMap((key) =>
    listAt(spec, key, problems).flatMap((item) => asMap(item, problems) ?? []),
  );
}

function decodePorts(container: MapField, problems: Problems): readonly ContainerPort[] {
  refuseMisspeltFields(container, containerFields, problems);
  const names = new Set<string>();
  return listAt(container, 'ports', problems).flatMap((item) => decodePort(item, names, problems) ?? []);
}

/** `names`: those of the ports before, which no other of the container may have. */
function decodePort(item: Field, names: Set<string>, problems: Problems): ContainerPort | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseMisspeltFields(map, containerPortFields, problems);
  const field = fieldOf(map, 'containerPort');
  const port = integerAt(map, 'containerPort', problems);
  if (field === null || port === 0) required(problems, spotOf(map, 'containerPort'), '');
  else if (port !== null) checkPort(field, port, problems);
  const nameField = fieldOf(map, 'name');
  const name = textAt(map, 'name', problems);
  if (nameField !== null && name !== null) {
    if (names.has(name)) duplicate(problems, nameField, name);
    else checkPort(nameField, name, problems);
    names.add(name);
  }
  const protocol = decodeProtocol(map, problems);
  return port === null ? null : { name, protocol, port };
}
