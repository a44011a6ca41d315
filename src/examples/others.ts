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
import { filesOf, type ExampleFiles } from './files';

/** What all examples but the first consist of, by their ids. */
export const others: Readonly<Record<string, ExampleFiles>> = {
  'mysql-rogue': filesOf(mysqlPolicies, mysqlCluster),
  'three-namespaces': filesOf(namespacesPolicies, namespacesCluster),
  'default-deny-steps': filesOf(defaultDenyPolicies, defaultDenyCluster),
  'dns-forgotten': filesOf(dnsPolicies, dnsCluster),
  'metadata-address': filesOf(metadataPolicies, metadataCluster),
  microshop: filesOf(microshopPolicies, microshopCluster),
};
