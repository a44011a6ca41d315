import { t } from '../../language/t';
import { choice, flag, list, object, portNumber, protocol, text, type Schema } from './build';
import { templateMetadata } from './metadata';

const container = (): Schema =>
  object(t`A container of the pod.`, {
    name: text(t`Unique within the pod.`),
    image: text(t`The image it runs. Does not matter to policies.`),
    ports: list(
      t`Ports the container listens on. Policies can use their **names**; numbers work without being listed.`,
      object(t`A port the container listens on.`, {
        name: text(
          t`A name that policies and Services can use instead of the number: at most 15 of \`a-z\`, \`0-9\`, \`-\`, with a letter.`,
        ),
        containerPort: portNumber(
          t`The number on the pod’s address: what a policy’s \`port\` is compared with.`,
        ),
        protocol: protocol(),
        hostPort: portNumber(t`Also opened on the address of the node.`),
      }),
    ),
  });

/** spec of a pod; only what decides about connections, and the fields everybody writes. */
export const podSpec = (): Schema =>
  object(t`What runs in the pod and how it is connected.`, {
    containers: list(t`The containers; they share one address.`, container()),
    initContainers: list(t`Containers that run before the others.`, container()),
    hostNetwork: flag(
      t`The pod uses its **node’s** address. Policies that select it have no effect, and selectors of others never match it.`,
    ),
    nodeName: text(t`The node it runs on. Traffic from its own node is always let in.`),
    serviceAccountName: text(t`The identity it uses towards the API. NetworkPolicy cannot select by it.`),
    restartPolicy: choice(t`When its containers are started again.`, {
      Always: t`Used when the field is absent.`,
      OnFailure: t`Only after an error.`,
      Never: t`Not at all.`,
    }),
  });

/** status of a pod, as far as it matters. */
export const podStatus = (): Schema =>
  object(t`What the cluster says about the pod.`, {
    phase: choice(t`Where the pod is in its life. Finished pods are left out.`, {
      Pending: t`Not started yet.`,
      Running: t`Running.`,
      Succeeded: t`Finished; it has no address any more.`,
      Failed: t`Finished with an error; it has no address any more.`,
      Unknown: t`Its node does not answer.`,
    }),
    podIP: text(t`Its address.`),
  });

/** template of a workload. */
export const podTemplate = (): Schema =>
  object(t`What the workload’s pods look like.`, {
    metadata: templateMetadata(),
    spec: podSpec(),
  });
