import { count, flag, object, stringMap, text, type Schema } from './build';
import { labelSelector } from './labelSelector';
import { podTemplate } from './pod';

const replicas = count('How many pods. `1` when absent.');
const selector = labelSelector('The pods that belong to this workload. Must match the labels of `template`.');

/** spec of Deployment and ReplicaSet. */
export const deploymentSpec: Schema = object('How many pods, and what they look like.', {
  replicas,
  selector,
  template: podTemplate,
});

export const statefulSetSpec: Schema = object('How many pods with stable names, and what they look like.', {
  replicas,
  selector,
  serviceName: text('The headless Service that gives the pods their DNS names.'),
  template: podTemplate,
});

export const daemonSetSpec: Schema = object('One pod on each node, and what it looks like.', {
  selector,
  template: podTemplate,
});

export const replicationControllerSpec: Schema = object('How many pods, and what they look like.', {
  replicas,
  selector: stringMap('Labels of the pods that belong to it. The labels of `template` when absent.'),
  template: podTemplate,
});

export const jobSpec: Schema = object('Pods that run to completion.', {
  parallelism: count('How many pods at once. `1` when absent.'),
  completions: count('How many pods must succeed.'),
  backoffLimit: count('How often a failed pod is tried again.'),
  template: podTemplate,
});

export const cronJobSpec: Schema = object('A Job, again and again.', {
  schedule: text('When, as five cron fields: `*/5 * * * *`.'),
  suspend: flag('No new Jobs while true.'),
  jobTemplate: object('The Job that is made each time.', { spec: jobSpec }),
});
