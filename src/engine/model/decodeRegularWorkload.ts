import { inDoubt, type Cursor } from '../parse/regular/cursor';
import { passValue } from '../parse/regular/pass';
import { shape, type Shape } from '../parse/regular/shape';
import { readBoolean, readInteger, readMap, readString } from '../parse/regular/values';
import type { RegularKind } from './decodeRegularKind';
import { readLabels, readMetadata, templateMetadata, jobTemplateMetadata } from './decodeRegularMetadata';
import { emptyPodSpec, podShapeOf, readPodSpec, type RegularPodSpec } from './decodeRegularPod';
import { lenientShape } from './decodeRegularShape';
import { texts } from './decodeRegularStrings';
import { labelsOfPods } from './controllerLabels';
import { DEFAULT_NAMESPACE, DEFAULT_ORDINAL, DEFAULT_REPLICAS } from './defaults';
import { ordinalsFields, templateFields, workloadSpecFields } from './knownFields';
import type { Labels, WorkloadKind } from './objects';

interface Workload {
  replicas: number;
  firstOrdinal: number;
  serviceName: string | null;
  isIndexed: boolean;
  /** null: not read. */
  selector: Labels | null;
  /** null: there is none. */
  labels: Labels | null;
  hasPodSpec: boolean;
  readonly spec: RegularPodSpec;
}

const podTemplateShape = shape<Workload>(templateFields, () => false, {
  metadata: (cursor, workload) => {
    workload.labels = readMetadata(cursor, templateMetadata).labels;
  },
  spec: (cursor, workload) => {
    workload.hasPodSpec = true;
    readPodSpec(cursor, workload.spec);
  },
});

const selectorShape = shape<Workload>(['matchLabels'], () => false, {
  matchLabels: (cursor, workload) => {
    workload.selector = readLabels(cursor);
  },
});

const ordinalsShape = shape<Workload>(ordinalsFields, () => false, {
  start: (cursor, workload) => {
    workload.firstOrdinal = readInteger(cursor);
  },
});

function readReplicas(cursor: Cursor, workload: Workload): void {
  workload.replicas = readInteger(cursor);
}

const readTemplate = (cursor: Cursor, workload: Workload): void =>
  readMap(cursor, podTemplateShape, workload);
const readSelector = (cursor: Cursor, workload: Workload): void => readMap(cursor, selectorShape, workload);

const jobShape = lenientShape<Workload>(workloadSpecFields.Job, {
  completionMode: (cursor, workload) => {
    workload.isIndexed = readString(cursor, texts) === 'Indexed';
  },
  manualSelector: (cursor) => {
    if (readBoolean(cursor)) throw inDoubt;
  },
  parallelism: readReplicas,
  selector: (cursor, workload) => {
    readSelector(cursor, workload);
    for (const key of workload.selector?.keys() ?? []) if (!key.endsWith('controller-uid')) throw inDoubt;
  },
  template: readTemplate,
});

const jobTemplateShape = shape<Workload>(templateFields, () => false, {
  metadata: (cursor) => void readMetadata(cursor, jobTemplateMetadata),
  spec: (cursor, workload) => readMap(cursor, jobShape, workload),
});

function specShapeOf(kind: WorkloadKind): Shape<Workload> {
  switch (kind) {
    case 'StatefulSet':
      return lenientShape(workloadSpecFields[kind], {
        ordinals: (cursor, workload) => readMap(cursor, ordinalsShape, workload),
        replicas: readReplicas,
        selector: readSelector,
        serviceName: (cursor, workload) => {
          workload.serviceName = readString(cursor, texts);
        },
        template: readTemplate,
      });
    case 'Deployment':
    case 'ReplicaSet':
      return lenientShape(workloadSpecFields[kind], {
        replicas: readReplicas,
        selector: readSelector,
        template: readTemplate,
      });
    case 'DaemonSet':
      return lenientShape(workloadSpecFields[kind], { selector: readSelector, template: readTemplate });
    case 'ReplicationController':
      return lenientShape(workloadSpecFields[kind], { replicas: readReplicas, template: readTemplate });
    case 'Job':
      return jobShape;
    case 'CronJob':
      return lenientShape(workloadSpecFields[kind], {
        jobTemplate: (cursor, workload) => readMap(cursor, jobTemplateShape, workload),
      });
  }
}

/** One kind that owns a pod template. https://kubernetes.io/docs/concepts/workloads/controllers/ */
export function regularWorkload(kind: WorkloadKind): RegularKind {
  const specShape = specShapeOf(kind);
  return () => {
    const workload: Workload = {
      replicas: DEFAULT_REPLICAS,
      firstOrdinal: DEFAULT_ORDINAL,
      serviceName: null,
      isIndexed: false,
      selector: null,
      labels: null,
      hasPodSpec: false,
      spec: emptyPodSpec(),
    };
    return {
      readSpec: (cursor) => readMap(cursor, specShape, workload),
      readStatus: passValue,
      finish: ({ name, nameRange, namespace, owner }, range) => {
        const { labels, selector, replicas, firstOrdinal, serviceName } = workload;
        const selectsByHand = false;
        if (labels === null || !workload.hasPodSpec) throw inDoubt;
        for (const [key, value] of selector ?? []) if (labels.get(key) !== value) throw inDoubt;
        return {
          kind,
          name,
          nameRange,
          namespace: namespace ?? DEFAULT_NAMESPACE,
          range,
          ...podShapeOf(
            labelsOfPods({ kind, name, replicas, firstOrdinal, selectsByHand }, labels),
            workload.spec,
          ),
          replicas,
          firstOrdinal,
          serviceName,
          selectsByHand,
          isIndexed: workload.isIndexed,
          owner,
        };
      },
    };
  };
}
