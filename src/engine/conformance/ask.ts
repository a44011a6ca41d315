import type { CniProfile } from '../answer';
import type { Diagnostic } from '../diagnostic';
import { decodeDocument } from '../model/decodeDocument';
import type { DecodedObject, WorkloadObject } from '../model/objects';
import { oracleVerdict, specification } from '../oracle/oracle';
import type { OracleCluster, OraclePod, OracleVerdict, Reading } from '../oracle/oracle';
import { Session } from '../session';
import { splitDocuments } from '../parse/splitDocuments';
import type { Check } from './row';

/** Answers questions about one set of manifests. */
export type Ask = (question: Omit<Check, 'verdict'>) => OracleVerdict;

/** What the decoders make of a text; what an error leaves out is not among the objects. */
export interface Decoded {
  readonly objects: readonly DecodedObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes every document of a text. */
export function decode(manifests: string): Decoded {
  const documents = splitDocuments(manifests).map(({ text }) => decodeDocument(text));
  return {
    objects: documents.flatMap(({ objects }) => objects),
    diagnostics: documents.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The slow evaluator on the decoded manifests. */
export function askOracle(manifests: string, cni: CniProfile, reading: Reading = specification): Ask {
  const cluster = oracleCluster(decode(manifests).objects);
  return ({ from, to, protocol, port }) => oracleVerdict(cluster, from, to, protocol, port, cni, reading);
}

/** The engine, through the surface everybody uses. */
export function askEngine(manifests: string, cni: CniProfile): Ask {
  const session = new Session();
  session.analyze([{ id: 'manifests', name: 'manifests.yaml', text: manifests }], cni);
  return (question) => session.query(question)?.verdict ?? 'unknown';
}

/** Objects as the oracle wants them: a workload is one pod of its name without a known address. */
export function oracleCluster(objects: readonly DecodedObject[]): OracleCluster {
  return {
    namespaces: objects.filter((object) => object.kind === 'Namespace'),
    pods: objects.flatMap((object) => oraclePods(object)),
    policies: objects.filter((object) => object.kind === 'NetworkPolicy'),
    nodes: objects.filter((object) => object.kind === 'Node'),
    refused: objects.flatMap((object) => (object.kind === 'RejectedNamespace' ? [object.name] : [])),
  };
}

function oraclePods(object: DecodedObject): readonly OraclePod[] {
  if (object.kind === 'Pod') return [object];
  if (!isWorkload(object)) return [];
  const isOnEachNode = object.kind === 'DaemonSet';
  const hidden = hiddenLabels[object.kind];
  return [{ ...object, completed: false, addresses: [], hostAddresses: [], isOnEachNode, hidden }];
}

/** What controllers write, whose values are not known before there are pods. */
const hiddenLabels: Readonly<Record<WorkloadObject['kind'], readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  StatefulSet: ['controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  ReplicaSet: [],
  ReplicationController: [],
  Job: ['controller-uid', 'batch.kubernetes.io/controller-uid'],
  CronJob: [
    'controller-uid',
    'batch.kubernetes.io/controller-uid',
    'job-name',
    'batch.kubernetes.io/job-name',
  ],
};

function isWorkload(object: DecodedObject): object is WorkloadObject {
  return 'replicas' in object;
}
