import { t } from '../language/t';
import defaultDenyCluster from './default-deny-steps/cluster.yaml?raw';
import defaultDenyPolicies from './default-deny-steps/policies.yaml?raw';
import dnsCluster from './dns-forgotten/cluster.yaml?raw';
import dnsPolicies from './dns-forgotten/policies.yaml?raw';
import metadataCluster from './metadata-address/cluster.yaml?raw';
import metadataPolicies from './metadata-address/policies.yaml?raw';
import microshopCluster from './microshop/cluster.yaml?raw';
import microshopPolicies from './microshop/policies.yaml?raw';
import mysqlCluster from './mysql-rogue/cluster.yaml?raw';
import mysqlPolicies from './mysql-rogue/policies.yaml?raw';
import namespacesCluster from './three-namespaces/cluster.yaml?raw';
import namespacesPolicies from './three-namespaces/policies.yaml?raw';
import shopCluster from './three-tier-shop/cluster.yaml?raw';
import shopPolicies from './three-tier-shop/policies.yaml?raw';

/** A workspace to start from: something in it is allowed, something is blocked. */
export interface Example {
  /** Its folder, and its name in links; never changes. */
  readonly id: string;
  readonly title: string;
  /** One line: what it shows. */
  readonly summary: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** The two files every example has; the policies come first, they are what one edits. */
function files(policies: string, cluster: string): Example['files'] {
  return [
    { name: 'policies.yaml', text: policies },
    { name: 'cluster.yaml', text: cluster },
  ];
}

/** What the page opens with when there is nothing else to open. */
export const firstExample: Example = {
  id: 'three-tier-shop',
  get title() {
    return t`Three-tier shop`;
  },
  get summary() {
    return t`Each tier may be reached by the tier in front of it, and by nobody else.`;
  },
  files: files(shopPolicies, shopCluster),
};

/** The menu of examples, from easy to large. */
export const examples: readonly Example[] = [
  firstExample,
  {
    id: 'mysql-rogue',
    get title() {
      return t`A database and a rogue pod`;
    },
    get summary() {
      return t`Only the app reaches MySQL on 3306; a pod beside it tries and fails.`;
    },
    files: files(mysqlPolicies, mysqlCluster),
  },
  {
    id: 'three-namespaces',
    get title() {
      return t`Three namespaces, one chain`;
    },
    get summary() {
      return t`Frontend to backend on 80, backend to database on 3306, nothing else, nothing from outside.`;
    },
    files: files(namespacesPolicies, namespacesCluster),
  },
  {
    id: 'default-deny-steps',
    get title() {
      return t`Default-deny, then step by step`;
    },
    get summary() {
      return t`Shut every door first, then open one per policy.`;
    },
    files: files(defaultDenyPolicies, defaultDenyCluster),
  },
  {
    id: 'dns-forgotten',
    get title() {
      return t`DNS forgotten`;
    },
    get summary() {
      return t`The connection is allowed, asking for its address is not.`;
    },
    files: files(dnsPolicies, dnsCluster),
  },
  {
    id: 'metadata-address',
    get title() {
      return t`Everywhere but the metadata address`;
    },
    get summary() {
      return t`Egress to all of IPv4 except 169.254.169.254.`;
    },
    files: files(metadataPolicies, metadataCluster),
  },
  {
    id: 'microshop',
    get title() {
      return t`A shop of twelve workloads`;
    },
    get summary() {
      return t`A policy for each workload: who calls whom, on which port.`;
    },
    files: files(microshopPolicies, microshopCluster),
  },
];
