import { t } from '../../language/t';
import { labelSelector } from './labelSelector';
import { choice, list, object, portNumber, portOrName, protocol, text, type Schema } from './build';

const ipBlock = (): Schema =>
  object(
    t`Addresses instead of pods, meant for what is outside the cluster. Cannot stand in one list entry with selectors; write a second entry.`,
    {
      cidr: text(
        t`The range, such as \`10.0.0.0/8\` or \`2001:db8::/64\`. IPv4 never matches IPv6: \`0.0.0.0/0\` is not \`::/0\`. A single address is \`/32\` or \`/128\`.`,
      ),
      except: list(
        t`Parts of **this** range that this entry does not match. It is not a prohibition: another entry, rule or policy may still allow them.`,
        text(t`A range strictly inside \`cidr\`.`),
      ),
    },
  );

const peer = (direction: 'from' | 'to'): Schema =>
  object(
    [
      t`One kind of peer. Entries of \`${direction}\` are joined with **OR**; fields inside one entry with **AND**.`,
      '',
      t`- \`podSelector\` alone: pods of the **policy’s own** namespace`,
      t`- \`namespaceSelector\` alone: every pod of the matching namespaces`,
      t`- both in **one** entry: those pods in those namespaces (AND)`,
      t`- each with its own dash: two entries, either is enough (OR)`,
      t`- an empty entry \`{}\` is refused`,
    ].join('\n'),
    {
      podSelector: labelSelector(
        t`Pods by their labels: in the policy’s own namespace, or in the namespaces chosen by a \`namespaceSelector\` in the **same** entry. \`{}\` is every pod there. Never matches addresses outside the cluster or hostNetwork pods.`,
      ),
      namespaceSelector: labelSelector(
        t`Namespaces by their labels; with a \`podSelector\` in the same entry only those pods. \`{}\` is every namespace, but nothing outside the cluster. Every namespace carries \`kubernetes.io/metadata.name\` with its own name.`,
      ),
      ipBlock: ipBlock(),
    },
  );

const port = (): Schema =>
  object(
    t`One port or range. An entry without \`port\` is every port of its protocol: \`{}\` is all of **TCP** only.`,
    {
      protocol: protocol(),
      port: portOrName(
        t`The port **on the destination pod**, after a Service has translated it: the \`targetPort\`, never the Service’s own port. A name is looked up among the container ports of each destination pod with the same protocol; a pod without that name is not matched. Absent: every port of the protocol.`,
      ),
      endPort: portNumber(
        t`Makes a range \`port\` to \`endPort\`, both included. Needs a numeric \`port\` that is not larger.`,
      ),
    },
  );

const ports = (): Schema =>
  list(
    t`Ports the rule opens; one matching entry is enough. Absent or empty: **every port and every protocol**.`,
    port(),
  );

const ingressRule = (): Schema =>
  object(
    t`Lets in what matches \`from\` **and** \`ports\`. Both absent (\`- {}\`): everything from everywhere, also from outside the cluster.`,
    {
      from: list(
        t`Who may connect; one matching entry is enough (OR). Absent or empty: **anyone**, also outside the cluster.`,
        peer('from'),
      ),
      ports: ports(),
    },
  );

const egressRule = (): Schema =>
  object(
    t`Lets out what matches \`to\` **and** \`ports\`. Both absent (\`- {}\`): everything to everywhere.`,
    {
      to: list(
        t`Where the pods may connect to; one matching entry is enough (OR). Absent or empty: **anywhere**, also outside the cluster. Remember DNS: names need UDP and TCP 53 to the cluster’s DNS pods.`,
        peer('to'),
      ),
      ports: ports(),
    },
  );

/** spec of networking.k8s.io/v1 NetworkPolicy. */
export const networkPolicySpec = (): Schema =>
  object(
    t`Which pods are isolated, in which direction, and what is still let through. There is no deny rule and no order: the policies that select a pod are added up. A connection needs egress of its source **and** ingress of its destination.`,
    {
      podSelector: labelSelector(
        t`The pods this policy applies to, in **its own** namespace. \`{}\` or absent: every pod of the namespace.`,
      ),
      policyTypes: list(
        t`The directions in which the selected pods become isolated. Absent or empty: always \`Ingress\`, and \`Egress\` only when \`egress\` has at least one rule. Rules of a direction that is not listed have **no effect**.`,
        choice(t`A direction.`, {
          Ingress: t`Only what an ingress rule of some policy allows may come in.`,
          Egress: t`Only what an egress rule of some policy allows may go out, DNS included.`,
        }),
      ),
      ingress: list(
        t`What may come in; one matching rule is enough. With type \`Ingress\`, absent or empty means **nothing may come in**; one empty rule (\`- {}\`) means everything.`,
        ingressRule(),
      ),
      egress: list(
        t`What may go out; one matching rule is enough. With type \`Egress\`, absent or empty means **nothing may go out**, not even DNS; one empty rule (\`- {}\`) means everything.`,
        egressRule(),
      ),
    },
  );
