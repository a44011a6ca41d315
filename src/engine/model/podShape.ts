import { checkPort, decodeProtocol } from './decodePort';
import {
  asMap,
  booleanAt,
  fieldOf,
  integerAt,
  listAt,
  spotOf,
  stringAt,
  textAt,
  type Field,
  type MapField,
} from './fields';
import type { ContainerPort, Labels, PodShape } from './objects';
import { required, type Problems } from './problems';

/** What a pod's spec decides; `labels` are read elsewhere. A missing spec has nothing. */
export function decodePodShape(labels: Labels, spec: MapField | null, problems: Problems): PodShape {
  if (spec === null) return { labels, ports: [], hostNetwork: false, nodeName: null };
  return {
    labels,
    ports: containersOf(spec, problems).flatMap((container) => decodePorts(container, problems)),
    hostNetwork: booleanAt(spec, 'hostNetwork', problems),
    nodeName: textAt(spec, 'nodeName', problems),
  };
}

/**
 * The containers that run as long as the pod. Whether ports of sidecars (init containers with restartPolicy Always)
 * count for named ports is settled nowhere: the API calls them containers of the pod's whole life, some plugins look
 * at `containers` only. Other init containers are gone before the pod serves anyone.
 */
function containersOf(spec: MapField, problems: Problems): readonly MapField[] {
  const maps = (key: string): readonly MapField[] =>
    listAt(spec, key, problems).flatMap((item) => asMap(item, problems) ?? []);
  const sidecars = maps('initContainers').filter(
    (one) => stringAt(one, 'restartPolicy', problems) === 'Always',
  );
  return [...maps('containers'), ...sidecars];
}

function decodePorts(container: MapField, problems: Problems): readonly ContainerPort[] {
  return listAt(container, 'ports', problems).flatMap((item) => decodePort(item, problems) ?? []);
}

function decodePort(item: Field, problems: Problems): ContainerPort | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  const field = fieldOf(map, 'containerPort');
  const port = integerAt(map, 'containerPort', problems);
  if (field === null || port === 0) required(problems, spotOf(map, 'containerPort'), '');
  else if (port !== null) checkPort(field, port, problems);
  const nameField = fieldOf(map, 'name');
  const name = textAt(map, 'name', problems);
  if (nameField !== null && name !== null) checkPort(nameField, name, problems);
  const protocol = decodeProtocol(map, problems);
  return port === null ? null : { name, protocol, port };
}
