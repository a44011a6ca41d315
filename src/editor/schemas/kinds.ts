import { t } from '../../language/t';
import { object, type Fields, type Schema } from './build';
import { clusterMetadata, namespacedMetadata } from './metadata';
import { ingressSpec, nodeStatus, serviceSpec } from './network';
import { expectationFields } from './expectations';
import { networkPolicySpec } from './networkPolicy';
import { podSpec, podStatus } from './pod';
import {
  cronJobSpec,
  daemonSetSpec,
  deploymentSpec,
  jobSpec,
  replicationControllerSpec,
  statefulSetSpec,
} from './workloads';

/** A kind that can be written here, and the fields it has beside apiVersion and kind. */
export interface Kind {
  readonly kind: string;
  readonly apiVersion: string;
  readonly about: string;
  readonly fields: Fields;
}

const workloadMetadata = (): Schema =>
  namespacedMetadata(t`Policies do not look at these labels but at those of the pods (\`template\`).`);

const allKinds = (): readonly Kind[] => [
  {
    kind: 'NetworkPolicy',
    apiVersion: 'networking.k8s.io/v1',
    about: t`Isolates pods and says what is still let through.`,
    fields: {
      metadata: namespacedMetadata(t`Nothing selects policies by label.`),
      spec: networkPolicySpec(),
    },
  },
  {
    kind: 'Namespace',
    apiVersion: 'v1',
    about: t`A room for objects; policies work within one.`,
    fields: {
      metadata: clusterMetadata(
        t`A \`namespaceSelector\` matches these. \`kubernetes.io/metadata.name\` is always there and always the name.`,
      ),
      spec: object(t`Nothing here matters to policies.`, {}),
    },
  },
  {
    kind: 'Pod',
    apiVersion: 'v1',
    about: t`Containers that share one address.`,
    fields: {
      metadata: namespacedMetadata(t`Policies and Services select pods by these.`),
      spec: podSpec(),
      status: podStatus(),
    },
  },
  {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    about: t`A number of like pods.`,
    fields: { metadata: workloadMetadata(), spec: deploymentSpec() },
  },
  {
    kind: 'StatefulSet',
    apiVersion: 'apps/v1',
    about: t`Like pods with stable names.`,
    fields: { metadata: workloadMetadata(), spec: statefulSetSpec() },
  },
  {
    kind: 'DaemonSet',
    apiVersion: 'apps/v1',
    about: t`One pod on each node.`,
    fields: { metadata: workloadMetadata(), spec: daemonSetSpec() },
  },
  {
    kind: 'ReplicaSet',
    apiVersion: 'apps/v1',
    about: t`A number of like pods; usually made by a Deployment.`,
    fields: { metadata: workloadMetadata(), spec: deploymentSpec() },
  },
  {
    kind: 'ReplicationController',
    apiVersion: 'v1',
    about: t`A number of like pods, the old way.`,
    fields: { metadata: workloadMetadata(), spec: replicationControllerSpec() },
  },
  {
    kind: 'Job',
    apiVersion: 'batch/v1',
    about: t`Pods that run to completion.`,
    fields: { metadata: workloadMetadata(), spec: jobSpec() },
  },
  {
    kind: 'CronJob',
    apiVersion: 'batch/v1',
    about: t`A Job on a schedule.`,
    fields: { metadata: workloadMetadata(), spec: cronJobSpec() },
  },
  {
    kind: 'Service',
    apiVersion: 'v1',
    about: t`One address in front of pods.`,
    fields: { metadata: namespacedMetadata(t`Nothing here selects Services by label.`), spec: serviceSpec() },
  },
  {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    about: t`HTTP from outside to Services.`,
    fields: {
      metadata: namespacedMetadata(t`Nothing here selects Ingresses by label.`),
      spec: ingressSpec(),
    },
  },
  {
    kind: 'Node',
    apiVersion: 'v1',
    about: t`A machine of the cluster; known by its addresses.`,
    fields: {
      metadata: clusterMetadata(t`NetworkPolicy cannot select nodes by label.`),
      status: nodeStatus(),
    },
  },
  {
    kind: 'Expectations',
    apiVersion: 'netpol-playground/v1',
    about: t`What must hold, whatever the policies are. Checked here and by \`netpol check\`; no object of a cluster.`,
    fields: expectationFields(),
  },
];

let built: readonly Kind[] | undefined;

/** Every kind with a schema except List, in the order completion offers them. Built once the language is chosen. */
export const kinds = (): readonly Kind[] => (built ??= allKinds());
