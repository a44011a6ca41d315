import { choice, flag, list, object, portNumber, protocol, text, type Schema } from './build';
import { templateMetadata } from './metadata';

const container = object('A container of the pod.', {
  name: text('Unique within the pod.'),
  image: text('The image it runs. Does not matter to policies.'),
  ports: list(
    'Ports the container listens on. Policies can use their **names**; numbers work without being listed.',
    object('A port the container listens on.', {
      name: text(
        'A name that policies and Services can use instead of the number: at most 15 of `a-z`, `0-9`, `-`, with a letter.',
      ),
      containerPort: portNumber('The number on the pod’s address: what a policy’s `port` is compared with.'),
      protocol: protocol('The protocol.'),
      hostPort: portNumber('Also opened on the address of the node.'),
    }),
  ),
});

/** spec of a pod; only what decides about connections, and the fields everybody writes. */
export const podSpec: Schema = object('What runs in the pod and how it is connected.', {
  containers: list('The containers; they share one address.', container),
  initContainers: list('Containers that run before the others.', container),
  hostNetwork: flag(
    'The pod uses its **node’s** address. Policies that select it have no effect, and selectors of others never match it.',
  ),
  nodeName: text('The node it runs on. Traffic from its own node is always let in.'),
  serviceAccountName: text('The identity it uses towards the API. NetworkPolicy cannot select by it.'),
  restartPolicy: choice('When its containers are started again.', {
    Always: 'Used when the field is absent.',
    OnFailure: 'Only after an error.',
    Never: 'Not at all.',
  }),
});

/** status of a pod, as far as it matters. */
export const podStatus: Schema = object('What the cluster says about the pod.', {
  phase: choice('Where the pod is in its life. Finished pods are left out.', {
    Pending: 'Not started yet.',
    Running: 'Running.',
    Succeeded: 'Finished; it has no address any more.',
    Failed: 'Finished with an error; it has no address any more.',
    Unknown: 'Its node does not answer.',
  }),
  podIP: text('Its address.'),
});

/** template of a workload. */
export const podTemplate: Schema = object('What the workload’s pods look like.', {
  metadata: templateMetadata,
  spec: podSpec,
});
