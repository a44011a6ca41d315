import { isOwnSelector, labelsOfPods } from './controllerLabels';
import { DEFAULT_ORDINAL, DEFAULT_REPLICAS } from './defaults';
import { booleanAt, fieldOf, integerAt, mapAt, spotOf, stringAt, textAt, type MapField } from './fields';
import { ordinalsFields, templateFields, workloadSpecFields } from './knownFields';
import { decodeLabels } from './labels';
import { matchesLabels } from './matchesLabels';
import { checkMetadataFields, decodeMetadata, namespaceOf } from './metadata';
import type { Labels, WorkloadKind, WorkloadObject } from './objects';
import { decodePodShape } from './podShape';
import { invalid, notSupported, type Problems } from './problems';
import { decodeSelector } from './selector';
import { refuseMisspeltFields, refuseUnknownFields } from './unknownFields';

/** A decoder for one kind that owns a pod template. https://kubernetes.io/docs/concepts/workloads/controllers/ */
export function workloadDecoder(
  kind: WorkloadKind,
): (object: MapField, problems: Problems) => WorkloadObject {
  return (object, problems) => {
    const metadata = decodeMetadata(object, problems);
    const spec = podSpecOwner(kind, object, problems);
    const template = spec && mapAt(spec, 'template', problems);
    if (template) refuseUnknownFields(template, templateFields, problems);
    const templateMetadata = template && mapAt(template, 'metadata', problems);
    const labelMap = templateMetadata && mapAt(templateMetadata, 'labels', problems);
    if (templateMetadata) checkMetadataFields(templateMetadata, problems);
    const written = decodeLabels(labelMap, problems);
    const { name, nameRange, owner } = metadata;
    const isOfJob = kind === 'Job' || kind === 'CronJob';
    const isByHand = isOfJob && spec !== null && booleanAt(spec, 'manualSelector', problems);
    if (spec && isByHand && kind === 'CronJob') refuseByHand(spec, problems);
    const selectsByHand = isByHand && kind === 'Job';
    if (spec && (selectsByHand || hasLabelSelector(kind))) checkSelector(spec, written, labelMap, problems);
    else if (spec && kind === 'Job') checkOwnSelector(spec, name, problems);

    const replicas = spec ? decodeReplicas(kind, spec, problems) : DEFAULT_REPLICAS;
    const firstOrdinal =
      spec && kind === 'StatefulSet' ? decodeFirstOrdinal(spec, problems) : DEFAULT_ORDINAL;
    const labels = labelsOfPods({ kind, name, replicas, firstOrdinal, selectsByHand }, written);
    return {
      kind,
      name,
      nameRange,
      namespace: namespaceOf(metadata),
      range: object.tree.range,
      ...decodePodShape(labels, template && mapAt(template, 'spec', problems), problems),
      replicas,
      firstOrdinal,
      serviceName: spec && kind === 'StatefulSet' ? textAt(spec, 'serviceName', problems) : null,
      selectsByHand,
      isIndexed: isOfJob && spec !== null && stringAt(spec, 'completionMode', problems) === 'Indexed',
      owner,
    };
  };
}

/** The spec that holds `template`: of a CronJob that of its jobs. */
function podSpecOwner(kind: WorkloadKind, object: MapField, problems: Problems): MapField | null {
  const spec = mapAt(object, 'spec', problems);
  if (spec === null) return null;
  refuseMisspeltFields(spec, workloadSpecFields[kind], problems);
  if (kind !== 'CronJob') return spec;
  const template = mapAt(spec, 'jobTemplate', problems);
  if (template === null) return null;
  refuseUnknownFields(template, templateFields, problems);
  const metadata = mapAt(template, 'metadata', problems);
  if (metadata) checkMetadataFields(metadata, problems);
  const jobSpec = mapAt(template, 'spec', problems);
  if (jobSpec) refuseMisspeltFields(jobSpec, workloadSpecFields.Job, problems);
  return jobSpec;
}

/** A DaemonSet has one pod per node; how many nodes there are is not known. */
function decodeReplicas(kind: WorkloadKind, spec: MapField, problems: Problems): number {
  if (kind === 'DaemonSet') return DEFAULT_REPLICAS;
  const key = kind === 'Job' || kind === 'CronJob' ? 'parallelism' : 'replicas';
  const field = fieldOf(spec, key);
  const count = integerAt(spec, key, problems);
  if (field === null || count === null) return DEFAULT_REPLICAS;
  if (count < 0) invalid(problems, field, count, ['must be greater than or equal to 0']);
  return count;
}

function decodeFirstOrdinal(spec: MapField, problems: Problems): number {
  const ordinals = mapAt(spec, 'ordinals', problems);
  if (ordinals === null) return DEFAULT_ORDINAL;
  refuseUnknownFields(ordinals, ordinalsFields, problems);
  const field = fieldOf(ordinals, 'start');
  const start = integerAt(ordinals, 'start', problems);
  if (field === null || start === null) return DEFAULT_ORDINAL;
  if (start < 0) invalid(problems, field, start, ['must be greater than or equal to 0']);
  return start;
}

/** The jobs of a CronJob choose their selector themselves. */
function refuseByHand(spec: MapField, problems: Problems): void {
  notSupported(problems, spotOf(spec, 'manualSelector'), 'true', ['nil', 'false']);
}

/** The same for a Job, unless it says otherwise. */
function checkOwnSelector(spec: MapField, job: string, problems: Problems): void {
  const map = mapAt(spec, 'selector', problems);
  const before = problems.count();
  const selector = map && decodeSelector(map, problems);
  if (map === null || selector === null || problems.count() > before || isOwnSelector(selector, job)) return;
  problems.error('invalid', map, 'Invalid value: `selector` not auto-generated');
}

/** The apps/v1 kinds; the others have a plain map or choose their selector themselves. */
function hasLabelSelector(kind: WorkloadKind): boolean {
  return kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet' || kind === 'ReplicaSet';
}

function checkSelector(spec: MapField, labels: Labels, labelMap: MapField | null, problems: Problems): void {
  const map = mapAt(spec, 'selector', problems);
  const before = problems.count();
  const selector = map && decodeSelector(map, problems);
  if (map === null || selector === null || problems.count() > before || matchesLabels(selector, labels))
    return;
  const spot = { path: `${spec.path}.template.metadata.labels`, at: (labelMap ?? map).at };
  const shown = JSON.stringify(Object.fromEntries(labels));
  invalid(problems, spot, shown, ['`selector` does not match template `labels`']);
}
