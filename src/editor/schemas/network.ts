import { t } from '../../language/t';
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
export const serviceSpec = (): Schema =>
  object(
    t`One address in front of pods. A policy sees the connection **after** the Service: at the pod, on \`targetPort\`. Neither the Service’s name nor its address nor its own port can stand in a policy.`,
    {
      selector: stringMap(
        t`Labels of the pods behind it, in its own namespace; **all** must match. Absent: no pods are chosen.`,
      ),
      ports: list(
        t`What it listens on, and where that goes.`,
        object(t`One port of the Service.`, {
          name: text(t`Needed when there are several ports.`),
          port: portNumber(t`The port clients use. A policy never sees it.`),
          targetPort: portOrName(
            t`The port on the pod, as a number or the name of a container port. The same as \`port\` when absent. **This** is what a policy’s \`port\` must name.`,
          ),
          protocol: protocol(),
          nodePort: portNumber(t`The port on every node, for \`NodePort\` and \`LoadBalancer\`.`),
        }),
      ),
      type: choice(t`How it is reached. \`ClusterIP\` when absent.`, {
        ClusterIP: t`From inside the cluster.`,
        NodePort: t`Also on a port of every node; the source address is then often a node.`,
        LoadBalancer: t`Also through a load balancer outside; the source address is then often a node.`,
        ExternalName: t`Only a DNS name for something else.`,
      }),
      clusterIP: text(t`Its address. \`None\` makes it headless: DNS answers with the pods’ own addresses.`),
      externalName: text(t`The DNS name it stands for, with type \`ExternalName\`.`),
    },
  );

const backend = (): Schema =>
  object(t`Where the requests go.`, {
    service: object(t`A Service of the Ingress’s namespace.`, {
      name: text(t`Name of the Service.`),
      port: object(t`A port of the Service: its number or its name.`, {
        number: portNumber(t`Number of the Service’s port.`),
        name: text(t`Name of the Service’s port.`),
      }),
    }),
  });

/** spec of networking.k8s.io/v1 Ingress. */
export const ingressSpec = (): Schema =>
  object(
    t`HTTP from outside. The traffic that reaches the pods comes from the **ingress controller’s** pods, never from the Ingress object: a policy must let those in.`,
    {
      ingressClassName: text(t`Which controller serves it.`),
      defaultBackend: backend(),
      rules: list(
        t`Which requests go where.`,
        object(t`Requests for one host.`, {
          host: text(t`The host name. Absent: every host.`),
          http: object(t`Its paths.`, {
            paths: list(
              t`Which path goes where.`,
              object(t`One path.`, {
                path: text(t`The path, such as \`/\`.`),
                pathType: choice(t`How the path is compared.`, {
                  Prefix: t`Whole path segments from the start.`,
                  Exact: t`The whole path.`,
                  ImplementationSpecific: t`As the controller likes.`,
                }),
                backend: backend(),
              }),
            ),
          }),
        }),
      ),
    },
  );

/** status of v1 Node, as far as it matters. */
export const nodeStatus = (): Schema =>
  object(t`What the cluster says about the node.`, {
    addresses: list(
      t`Its addresses. A policy reaches a node only through an \`ipBlock\`.`,
      object(t`One address.`, {
        type: choice(t`Which kind of address.`, {
          InternalIP: t`Inside the cluster’s network.`,
          ExternalIP: t`From outside.`,
          Hostname: t`The host name.`,
        }),
        address: text(t`The address.`),
      }),
    ),
  });
