import { t } from '../../../language/t';
import type { UnsupportedPolicy } from '../../model/objects';
import type { MapEntry, MapTree, Tree } from '../../parse/tree';
import type { DocumentCheck, Found } from '../check';
import { fixOf, setEntry, type Edits, type Sheet } from '../edit';
import { isClusterPolicyApi } from '../lookup/clusterPolicy';
import { pages } from '../lookup/pages';

/** Cluster-wide policies in a shape that is refused or means something else than it did; and Amazon's of the same name. */
export const outdatedClusterPolicy: DocumentCheck = {
  code: 'outdated-cluster-policy',
  severity: 'error',
  docs: pages.clusterPolicies,
  looksAt: 'document',
  find: (document, ask) =>
    document.objects.flatMap((object) => {
      if (object.kind !== 'UnsupportedPolicy') return [];
      if (object.apiVersion.startsWith('networking.k8s.aws/')) return [amazons(object)];
      const tree = isClusterPolicyApi(object) ? ask.tree(object) : null;
      const sheet = ask.sheet(object);
      return tree && sheet ? entriesIn(tree).flatMap((spot) => foundIn(object, spot, sheet)) : [];
    }),
};

interface EntrySpot {
  readonly map: MapTree;
  readonly entry: MapEntry;
}

function foundIn(object: UnsupportedPolicy, spot: EntrySpot, sheet: Sheet): readonly Found[] {
  const { key, value, keyRange } = spot.entry;
  const found = (parts: Pick<Found, 'message' | 'explanation' | 'fixes'>): Found => ({
    object,
    range: keyRange,
    concerns: [],
    ...parts,
  });
  const isEmpty =
    value.kind === 'map' ? value.entries.length === 0 : value.kind === 'scalar' && value.value === null;
  if (['tcp', 'udp', 'sctp'].includes(key) && isEmpty) {
    const all = { destinationPort: { range: { start: 1, end: 65535 } } };
    return [
      found({
        message: t`"${key}: {}" is refused: a protocol needs a destinationPort.`,
        explanation: t`The type’s schema wants at least one field here, although its prose says that none means all ports. All ports are written as the range from 1 to 65535.`,
        fixes: fixOf(t`Write all ports as a range`, setEntry(sheet, spot.map, key, all)),
      }),
    ];
  }
  if (key !== 'namespaces' || value.kind !== 'map') return [];
  const old = value.entries.find((one) => OLD_PEERS.includes(one.key));
  if (!old) return [];
  return [
    {
      ...found({
        message: t`"${old.key}" under "namespaces" is a shape that is no more: servers drop it, and all namespaces match.`,
        explanation: t`Early versions of this API had another field around the selector. Since version 0.1.2 "namespaces" is the selector itself; what is not part of it is dropped, and an empty selector matches every namespace.`,
        fixes:
          old.key === 'namespaceSelector' && value.entries.length === 1
            ? fixOf(t`Write the selector itself`, liftedOut(sheet, value, old))
            : [],
      }),
      range: old.keyRange,
    },
  ];
}

const OLD_PEERS: readonly string[] = ['namespaceSelector', 'sameLabels', 'notSameLabels'];

/** What is in the only entry of a map, in the place of the map; comments in it stay. */
function liftedOut(sheet: Sheet, map: MapTree, { keyRange, value }: MapEntry): Edits | null {
  if (!sheet.isHere(map) || !sheet.isHere(value) || value.kind !== 'map') return null;
  const { start } = keyRange;
  if (sheet.isFlow(value)) {
    return [{ range: map.range, text: sheet.source.slice(value.range.start, value.range.end) }];
  }
  const line = sheet.lineStart(value.range.start);
  const between = sheet.source.slice(sheet.colonEnd({ keyRange }), line);
  if (!sheet.startsLine(start) || between.trim() !== '') return null;
  return [{ range: { start: sheet.lineStart(start), end: line }, text: '' }];
}

function entriesIn(tree: Tree): readonly EntrySpot[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap(entriesIn);
  return tree.entries.flatMap((entry) => [{ map: tree, entry }, ...entriesIn(entry.value)]);
}

function amazons(object: UnsupportedPolicy): Found {
  return {
    object,
    range: object.nameRange,
    severity: 'info',
    message: t`${object.name} is Amazon's ${object.policyKind}, not the one of Kubernetes.`,
    explanation: t`Amazon EKS has kinds of its own under networking.k8s.aws that share names and short names with those of Kubernetes. Their fields and their order of evaluation differ; what applies is decided by the apiVersion.`,
    concerns: [],
    fixes: [],
  };
}
