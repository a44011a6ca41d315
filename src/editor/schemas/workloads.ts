import { t } from '../../language/t';
import { count, flag, object, stringMap, text, type Schema } from './build';
import { labelSelector } from './labelSelector';
import { podTemplate } from './pod';

const replicas = (): Schema => count(t`How many pods. \`1\` when absent.`);
const selector = (): Schema =>
  labelSelector(t`The pods that belong to this workload. Must match the labels of \`template\`.`);

/** spec of Deployment and ReplicaSet. */
export const deploymentSpec = (): Schema =>
  object(t`How many pods, and what they look like.`, {
    replicas: replicas(),
    selector: selector(),
    template: podTemplate(),
  });

export const statefulSetSpec = (): Schema =>
  object(t`How many pods with stable names, and what they look like.`, {
    replicas: replicas(),
    selector: selector(),
    serviceName: text(t`The headless Service that gives the pods their DNS names.`),
    template: podTemplate(),
  });

export const daemonSetSpec = (): Schema =>
  object(t`One pod on each node, and what it looks like.`, {
    selector: selector(),
    template: podTemplate(),
  });

export const replicationControllerSpec = (): Schema =>
  object(t`How many pods, and what they look like.`, {
    replicas: replicas(),
    selector: stringMap(t`Labels of the pods that belong to it. The labels of \`template\` when absent.`),
    template: podTemplate(),
  });

export const jobSpec = (): Schema =>
  object(t`Pods that run to completion.`, {
    parallelism: count(t`How many pods at once. \`1\` when absent.`),
    completions: count(t`How many pods must succeed.`),
    backoffLimit: count(t`How often a failed pod is tried again.`),
    template: podTemplate(),
  });

export const cronJobSpec = (): Schema =>
  object(t`A Job, again and again.`, {
    schedule: text(t`When, as five cron fields: \`*/5 * * * *\`.`),
    suspend: flag(t`No new Jobs while true.`),
    jobTemplate: object(t`The Job that is made each time.`, { spec: jobSpec() }),
  });
