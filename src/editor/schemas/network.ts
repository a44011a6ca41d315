import {
  choice,
  list,
  object,
  portNumber,
  portOrName,
  protocol,
  stringMap,
  text,
  type Schema,
} from './build';

/** spec of v1 Service. */
export const serviceSpec: Schema = object(
  'One address in front of pods. A policy sees the connection **after** the Service: at the pod, on `targetPort`. Neither the Service’s name nor its address nor its own port can stand in a policy.',
  {
    selector: stringMap(
      'Labels of the pods behind it, in its own namespace; **all** must match. Absent: no pods are chosen.',
    ),
    ports: list(
      'What it listens on, and where that goes.',
      object('One port of the Service.', {
        name: text('Needed when there are several ports.'),
        port: portNumber('The port clients use. A policy never sees it.'),
        targetPort: portOrName(
          'The port on the pod, as a number or the name of a container port. The same as `port` when absent. **This** is what a policy’s `port` must name.',
        ),
        protocol: protocol('The protocol.'),
        nodePort: portNumber('The port on every node, for `NodePort` and `LoadBalancer`.'),
      }),
    ),
    type: choice('How it is reached. `ClusterIP` when absent.', {
      ClusterIP: 'From inside the cluster.',
      NodePort: 'Also on a port of every node; the source address is then often a node.',
      LoadBalancer: 'Also through a load balancer outside; the source address is then often a node.',
      ExternalName: 'Only a DNS name for something else.',
    }),
    clusterIP: text('Its address. `None` makes it headless: DNS answers with the pods’ own addresses.'),
    externalName: text('The DNS name it stands for, with type `ExternalName`.'),
  },
);

const backend = object('Where the requests go.', {
  service: object('A Service of the Ingress’s namespace.', {
    name: text('Name of the Service.'),
    port: object('A port of the Service: its number or its name.', {
      number: portNumber('Number of the Service’s port.'),
      name: text('Name of the Service’s port.'),
    }),
  }),
});

/** spec of networking.k8s.io/v1 Ingress. */
export const ingressSpec: Schema = object(
  'HTTP from outside. The traffic that reaches the pods comes from the **ingress controller’s** pods, never from the Ingress object: a policy must let those in.',
  {
    ingressClassName: text('Which controller serves it.'),
    defaultBackend: backend,
    rules: list(
      'Which requests go where.',
      object('Requests for one host.', {
        host: text('The host name. Absent: every host.'),
        http: object('Its paths.', {
          paths: list(
            'Which path goes where.',
            object('One path.', {
              path: text('The path, such as `/`.'),
              pathType: choice('How the path is compared.', {
                Prefix: 'Whole path segments from the start.',
                Exact: 'The whole path.',
                ImplementationSpecific: 'As the controller likes.',
              }),
              backend,
            }),
          ),
        }),
      }),
    ),
  },
);

/** status of v1 Node, as far as it matters. */
export const nodeStatus: Schema = object('What the cluster says about the node.', {
  addresses: list(
    'Its addresses. A policy reaches a node only through an `ipBlock`.',
    object('One address.', {
      type: choice('Which kind of address.', {
        InternalIP: 'Inside the cluster’s network.',
        ExternalIP: 'From outside.',
        Hostname: 'The host name.',
      }),
      address: text('The address.'),
    }),
  ),
});
