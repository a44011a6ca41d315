import { flag, list, object, stringMap, text, type Schema } from './build';

const name = text('Unique among objects of this kind, within the namespace where the kind has one.');
const labels = stringMap(
  'Labels are what selectors match. Case matters, there are no wildcards, and every value is a string.',
);
const annotations = stringMap('Notes for tools. They never decide about connections.');

/** metadata of an object that lives in a namespace; `about` says what its labels are good for. */
export const namespacedMetadata = (aboutLabels: string): Schema =>
  object('What the object is called and where it lives.', {
    name,
    namespace: text('The namespace the object lives in. `default` when absent.'),
    labels: { ...labels, markdownDescription: `${labels.markdownDescription ?? ''} ${aboutLabels}` },
    annotations,
    generateName: text('A prefix; the server appends random characters. Used when `name` is absent.'),
    ownerReferences: list(
      'Who created this object. Pods are shown as part of the workload that owns them.',
      object('One owner.', {
        apiVersion: text('API version of the owner.'),
        kind: text('Kind of the owner, such as `ReplicaSet`.'),
        name: text('Name of the owner, in the same namespace.'),
        uid: text('Unique id of the owner.'),
        controller: flag('True for the owner that manages this object.'),
        blockOwnerDeletion: flag('The owner is not removed before this object is.'),
      }),
    ),
  });

/** metadata of an object that belongs to no namespace. */
export const clusterMetadata = (aboutLabels: string): Schema =>
  object('What the object is called. This kind lives in no namespace.', {
    name,
    labels: { ...labels, markdownDescription: `${labels.markdownDescription ?? ''} ${aboutLabels}` },
    annotations,
  });

/** Labels given to pods that a template makes. */
export const templateMetadata = object('Given to every pod made from this template.', {
  labels: {
    ...labels,
    markdownDescription:
      'Labels of the pods. **These** are what a policy or a Service selects, not the labels of the workload object.',
  },
  annotations,
  name: text('Not used: the pods get generated names.'),
  namespace: text('Not used: the pods live where the workload lives.'),
});
