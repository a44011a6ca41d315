import { t } from '../../language/t';
import { formatAddress, parseAddress } from './address';
import { checkPort, decodeProtocol } from './decodePort';
import { defaultTargetPort } from './defaults';
import {
  asIntegerOrString,
  asMap,
  asString,
  booleanAt,
  fieldOf,
  integerAt,
  listAt,
  mapAt,
  spotOf,
  textAt,
  type Field,
  type MapField,
} from './fields';
import { servicePortFields, serviceSpecFields } from './knownFields';
import { labelEntries } from './labels';
import { decodeMetadata, namespaceOf } from './metadata';
import type { ServiceObject, ServicePort } from './objects';
import { duplicate, invalid, notSupported, required, type Problems } from './problems';
import { refuseMisspeltFields } from './unknownFields';
import { checkDnsLabel } from './validateNames';

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;
const trafficPolicies = ['Cluster', 'Local'] as const;

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export function decodeService(object: MapField, problems: Problems): ServiceObject {
  const metadata = decodeMetadata(object, problems, checkDnsLabel);
  if (/^\d/.test(metadata.name)) {
    const spot = spotOf(metadata.map, 'name');
    problems.warn(
      'invalid',
      spot,
      t`servers before Kubernetes 1.36 refuse a Service whose name begins with a digit`,
    );
  }
  const { name, nameRange } = metadata;
  const spec = mapAt(object, 'spec', problems) ?? { ...object, tree: { ...object.tree, entries: [] } };
  refuseMisspeltFields(spec, serviceSpecFields, problems);
  const selectorMap = mapAt(spec, 'selector', problems);
  const selector = selectorMap && labelEntries(selectorMap, problems);
  const addresses = clusterAddresses(spec, problems);
  return {
    kind: 'Service',
    name,
    nameRange,
    namespace: namespaceOf(metadata),
    range: object.tree.range,
    type: wordAt(spec, 'type', types, problems),
    selector:
      selector && selector.length > 0 ? new Map(selector.map(({ key, value }) => [key, value])) : null,
    ports: decodeServicePorts(spec, problems),
    headless: addresses.includes('None'),
    clusterAddresses: addresses.filter((address) => address !== 'None'),
    externalTrafficPolicy: wordAt(spec, 'externalTrafficPolicy', trafficPolicies, problems),
    publishNotReadyAddresses: booleanAt(spec, 'publishNotReadyAddresses', problems),
    externalName: textAt(spec, 'externalName', problems),
  };
}

/** Of several each needs a name of its own. */
function decodeServicePorts(spec: MapField, problems: Problems): readonly ServicePort[] {
  const items = listAt(spec, 'ports', problems);
  const names = new Set<string>();
  const numbers = new Set<string>();
  return items.flatMap((item) => {
    const port = decodeServicePort(item, problems);
    const map = item.tree.kind === 'map' ? asMap(item, problems) : null;
    if (port === null || map === null) return [];
    const { name, protocol, port: number } = port;
    if (name === null && items.length > 1) required(problems, spotOf(map, 'name'), '');
    if (name !== null && names.has(name)) duplicate(problems, spotOf(map, 'name'), name);
    else if (name !== null) invalid(problems, spotOf(map, 'name'), name, checkDnsLabel(name));
    const id = `${protocol} ${String(number)}`;
    if (numbers.has(id)) duplicate(problems, item, { port: number, protocol });
    if (name !== null) names.add(name);
    numbers.add(id);
    return [port];
  });
}

function decodeServicePort(item: Field, problems: Problems): ServicePort | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseMisspeltFields(map, servicePortFields, problems);
  const field = fieldOf(map, 'port');
  const port = integerAt(map, 'port', problems);
  if (field === null) required(problems, spotOf(map, 'port'), '');
  else if (port !== null) checkPort(field, port, problems);

  const targetField = fieldOf(map, 'targetPort');
  const written = targetField && asIntegerOrString(targetField, problems);
  if (targetField && written) checkPort(targetField, written, problems);
  const protocol = decodeProtocol(map, problems);
  const name = textAt(map, 'name', problems);
  return port === null ? null : { name, protocol, port, targetPort: defaultTargetPort(written, port) };
}

/** clusterIPs, or else clusterIP, in the usual spelling; `None` stands for a headless Service. */
function clusterAddresses(spec: MapField, problems: Problems): readonly string[] {
  const listed = listAt(spec, 'clusterIPs', problems);
  const single = fieldOf(spec, 'clusterIP');
  const fields = listed.length > 0 || single === null ? listed : [single];
  return fields.flatMap((field) => {
    const text = asString(field, problems);
    if (text === null || text === '') return [];
    if (text === 'None') return text;
    const address = parseAddress(text);
    if (address !== null) return formatAddress(address);
    invalid(problems, field, text, ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']);
    return [];
  });
}

/** One of a set of words; the first is the default. */
function wordAt<Word extends string>(
  map: MapField,
  key: string,
  words: readonly [Word, ...Word[]],
  problems: Problems,
): Word {
  const field = fieldOf(map, key);
  const text = field && asString(field, problems);
  if (field === null || text === null || text === '') return words[0];
  const word = words.find((known) => known === text);
  if (word === undefined) notSupported(problems, field, text, words);
  return word ?? words[0];
}
