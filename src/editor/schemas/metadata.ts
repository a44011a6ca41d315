import { t } from '../../language/t';
import { flag, list, object, stringMap, text, type Schema } from './build';

const name = (): Schema =>
  text(t`Unique among objects of this kind, within the namespace where the kind has one.`);
const labels = (about: string): Schema =>
  stringMap(
    `${t`Labels are what selectors match. Case matters, there are no wildcards, and every value is a string.`} ${about}`,
  );
const annotations = (): Schema => stringMap(t`Notes for tools. They never decide about connections.`);

/** metadata of an object that lives in a namespace; `about` says what its labels are good for. */
export const namespacedMetadata = (aboutLabels: string): Schema =>
  object(t`What the object is called and where it lives.`, {
    name: name(),
    namespace: text(t`The namespace the object lives in. \`default\` when absent.`),
    labels: labels(aboutLabels),
    annotations: annotations(),
    generateName: text(t`A prefix; the server appends random characters. Used when \`name\` is absent.`),
    ownerReferences: list(
      t`Who created this object. Pods are shown as part of the workload that owns them.`,
      object(t`One owner.`, {
        apiVersion: text(t`API version of the owner.`),
        kind: text(t`Kind of the owner, such as \`ReplicaSet\`.`),
        name: text(t`Name of the owner, in the same namespace.`),
        uid: text(t`Unique id of the owner.`),
        controller: flag(t`True for the owner that manages this object.`),
        blockOwnerDeletion: flag(t`The owner is not removed before this object is.`),
      }),
    ),
  });

/** metadata of an object that belongs to no namespace. */
export const clusterMetadata = (aboutLabels: string): Schema =>
  object(t`What the object is called. This kind lives in no namespace.`, {
    name: name(),
    labels: labels(aboutLabels),
    annotations: annotations(),
  });

/** Labels given to pods that a template makes. */
export const templateMetadata = (): Schema =>
  object(t`Given to every pod made from this template.`, {
    labels: stringMap(
      t`Labels of the pods. **These** are what a policy or a Service selects, not the labels of the workload object.`,
    ),
    annotations: annotations(),
    name: text(t`Not used: the pods get generated names.`),
    namespace: text(t`Not used: the pods live where the workload lives.`),
  });
