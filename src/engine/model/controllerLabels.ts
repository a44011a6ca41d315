import { matchesLabels, UNKNOWN_VALUE } from './matchesLabels';
import type { Labels, WorkloadObject } from './objects';
import type { LabelSelector } from './policy';

/** What controllers add to the labels that a template gives its pods. */

/**
 * Labels that controllers put on each pod and that differ between replicas by nature. They count as a difference only
 * if some policy's selector asks for them.
 */
export const bookkeepingLabels: readonly string[] = [
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
];

type Template = Pick<WorkloadObject, 'kind' | 'name' | 'replicas' | 'firstOrdinal' | 'selectsByHand'>;
type Labelled = Omit<Template, 'firstOrdinal'> & Pick<WorkloadObject, 'labels' | 'isIndexed'>;

/**
 * What controllers add to the labels of a template, as far as all of its pods have it. Of several replicas of a
 * StatefulSet each has labels of its own.
 */
export function labelsOfPods(
  { kind, name, replicas, firstOrdinal, selectsByHand }: Template,
  labels: Labels,
): Labels {
  if (name.endsWith('*') || selectsByHand) return labels;
  if (kind === 'Job') return withJobName(labels, name);
  return kind === 'StatefulSet' && replicas === 1 ? withOrdinal(labels, name, firstOrdinal) : labels;
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#batchkubernetesio-job-name */
function withJobName(labels: Labels, name: string): Labels {
  return new Map([['batch.kubernetes.io/job-name', name], ['job-name', name], ...labels]);
}

const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';
/** https://kubernetes.io/docs/reference/labels-annotations-taints/#batchkubernetesio-job-completion-index */
const COMPLETION_INDEX_LABEL = 'batch.kubernetes.io/job-completion-index';

/** Whatever the template says. https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label */
function withOrdinal(labels: Labels, name: string, ordinal: number): Labels {
  return new Map([
    ...labels,
    [POD_NAME_LABEL, `${name}-${String(ordinal)}`],
    [POD_INDEX_LABEL, String(ordinal)],
  ]);
}

/** Of more replicas than this none is told apart. */
const MOST_ORDINALS = 100;

/** One replica of a template. */
export interface Replica {
  readonly name: string;
  readonly labels: Labels;
}

/** The replicas of a StatefulSet one by one, where one of these labels tells them apart; null: there is no need. */
export function replicasApart(
  template: Labelled & Pick<Template, 'firstOrdinal'>,
  keys: ReadonlySet<string>,
): readonly Replica[] | null {
  const { kind, name, replicas, firstOrdinal } = template;
  if (kind !== 'StatefulSet' || name.endsWith('*') || replicas < 2 || replicas > MOST_ORDINALS) return null;
  if (!keys.has(POD_NAME_LABEL) && !keys.has(POD_INDEX_LABEL)) return null;
  const labels = withUnknown(template, keys);
  return Array.from({ length: replicas }, (_, index) => {
    const ordinal = firstOrdinal + index;
    return { name: `${name}-${String(ordinal)}`, labels: withOrdinal(labels, name, ordinal) };
  });
}

const ordinalLabels: readonly string[] = [POD_NAME_LABEL, POD_INDEX_LABEL, COMPLETION_INDEX_LABEL];

/** Whether one of these labels, which is another for each pod of a workload, tells these pods of one apart. */
export function areToldApart(
  pods: readonly { readonly labels: Labels }[],
  keys: ReadonlySet<string>,
): boolean {
  const asked = ordinalLabels.filter((key) => keys.has(key));
  if (pods.length < 2 || asked.length === 0) return false;
  return pods.every(({ labels }) => asked.some((key) => labels.has(key)));
}

/** Whether a Job without a selector by hand may have this one: the server writes such ones itself. */
export function isOwnSelector(selector: LabelSelector, job: string): boolean {
  const uids = selector.requirements.filter(({ key }) => key.endsWith('controller-uid'));
  const labels = new Map(uids.map(({ key, values: [value = ''] }) => [key, value]));
  return matchesLabels(selector, withJobName(labels, job));
}

/** https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector */
const ofJobs: readonly string[] = [
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'job-name',
  'batch.kubernetes.io/job-name',
];

/** Keys of labels that all pods of a template have although nobody can say with which value. */
function unknownKeys({
  kind,
  name,
  replicas,
  labels,
  selectsByHand,
  isIndexed,
}: Labelled): readonly string[] {
  switch (kind) {
    case 'Deployment':
      return ['pod-template-hash'];
    case 'StatefulSet': {
      const isOne = replicas === 1 && !name.endsWith('*');
      return ['controller-revision-hash', ...(isOne ? [] : [POD_NAME_LABEL, POD_INDEX_LABEL])];
    }
    case 'DaemonSet':
      return ['controller-revision-hash', 'pod-template-generation'];
    case 'Job':
    case 'CronJob': {
      // What the template says of these stays, unlike all others.
      const own = selectsByHand ? [] : ofJobs.filter((key) => !labels.has(key));
      return isIndexed ? [...own, COMPLETION_INDEX_LABEL] : own;
    }
    case 'ReplicaSet':
    case 'ReplicationController':
      return [];
  }
}

/** The labels of a template with those of `keys` that all of its pods have, whatever their values. */
export function withUnknown(template: Labelled, keys: ReadonlySet<string>): Labels {
  const { labels } = template;
  const more = unknownKeys(template).filter((key) => keys.has(key));
  return more.length === 0
    ? labels
    : new Map([...labels, ...more.map((key) => [key, UNKNOWN_VALUE] as const)]);
}
