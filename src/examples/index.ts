import { t } from '../language/t';
import { filesOf, type ExampleFiles } from './files';
import shopCluster from './three-tier-shop/cluster.yaml?raw';
import shopPolicies from './three-tier-shop/policies.yaml?raw';

/** A workspace to start from: something in it is allowed, something is blocked. */
export interface Example {
  /** Its folder, and its name in links; never changes. */
  readonly id: string;
  readonly title: string;
  /** One line: what it shows. */
  readonly summary: string;
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
  },
  {
    id: 'three-namespaces',
    get title() {
      return t`Three namespaces, one chain`;
    },
    get summary() {
      return t`Frontend to backend on 80, backend to database on 3306, nothing else, nothing from outside.`;
    },
  },
  {
    id: 'default-deny-steps',
    get title() {
      return t`Default-deny, then step by step`;
    },
    get summary() {
      return t`Shut every door first, then open one per policy.`;
    },
  },
  {
    id: 'dns-forgotten',
    get title() {
      return t`DNS forgotten`;
    },
    get summary() {
      return t`The connection is allowed, asking for its address is not.`;
    },
  },
  {
    id: 'metadata-address',
    get title() {
      return t`Everywhere but the metadata address`;
    },
    get summary() {
      return t`Egress to all of IPv4 except 169.254.169.254.`;
    },
  },
  {
    id: 'microshop',
    get title() {
      return t`A shop of twelve workloads`;
    },
    get summary() {
      return t`A policy for each workload: who calls whom, on which port.`;
    },
  },
];

/** What the first example consists of. */
export const firstFiles = filesOf(shopPolicies, shopCluster);

let known: Readonly<Record<string, ExampleFiles>> = { [firstExample.id]: firstFiles };

/** What an example consists of; null: that has not come yet. */
export const knownFiles = ({ id }: Pick<Example, 'id'>): ExampleFiles | null => known[id] ?? null;

/** The same, fetched where need be: the first picture has to wait for one of them only. */
export async function loadFiles({ id }: Pick<Example, 'id'>): Promise<ExampleFiles> {
  if (known[id] === undefined) known = { ...known, ...(await import('./others')).others };
  return known[id] ?? [];
}
