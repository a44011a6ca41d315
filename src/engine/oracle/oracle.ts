import type { CniProfile } from '../answer';
import type { Protocol } from '../model/objects';
import { addressSpan, blockSpan, familyOf, isWithin, privateSpans, sharedSpan, wholeSpan } from './address';
import type { Family, Span } from './address';
import { pieces, readingWith } from './reading';
import type { End, OracleCluster, OraclePod, Reading } from './reading';

export type { OracleCluster, OraclePod, Reading } from './reading';

/** One end of a question: a pod by `namespace/name`, or an address. */
export type Party = { readonly pod: string } | { readonly ip: string };

/** unknown: it depends on an address that the manifests do not tell. */
export type OracleVerdict = 'allow' | 'deny' | 'unknown';

/** What the specification says, as it stands. */
export const specification: Reading = readingWith(() => ({}));

/**
 * May `from` open a connection to `to`? The slow and obvious evaluator that the fast one is tested against: it looks
 * at every policy, rule and peer for every question and shares nothing with the engine but the decoded types.
 */
export function oracleVerdict(
  cluster: OracleCluster,
  from: Party,
  to: Party,
  protocol: Protocol,
  port: number,
  cni: CniProfile = 'spec',
  reading: Reading = specification,
): OracleVerdict {
  const pods = cluster.pods.filter((pod) => reading.exists(pod));
  const source = endOf(from, { ...cluster, pods });
  const destination = endOf(to, { ...cluster, pods });
  const answers = families(source, destination).map(({ from: sent, to: received }) =>
    reading.passes({
      cluster: { ...cluster, pods },
      cni,
      source: inFamily(source, sent),
      destination: inFamily(destination, received),
      protocol,
      port,
    }),
  );
  if (answers.every((answer) => answer === 'yes')) return 'allow';
  return answers.every((answer) => answer === 'no') ? 'deny' : 'unknown';
}

interface AnyFamilyEnd extends End {
  readonly spans: readonly Span[];
  /** Asked for by address: only that address family is meant. */
  readonly fixed: Family | null;
}

function endOf(party: Party, cluster: OracleCluster): AnyFamilyEnd {
  if ('pod' in party) {
    const pod = cluster.pods.find(({ namespace, name }) => `${namespace}/${name}` === party.pod);
    if (pod === undefined) throw new RangeError(`no pod ${party.pod}`);
    return { pod, spans: podSpans(pod, cluster), fixed: null };
  }
  const span = addressSpan(party.ip);
  const pod = cluster.pods.find((candidate) =>
    podSpans(candidate, cluster).some(
      (own) => own.family === span.family && own.first === span.first && own.last === span.last,
    ),
  );
  return { pod: pod ?? null, spans: [span], fixed: familyOf(party.ip) };
}

/** Where a pod's address may lie: one point per family when it is known. */
function podSpans(pod: OraclePod, cluster: OracleCluster): readonly Span[] {
  if (!pod.hostNetwork)
    return pod.addresses.length > 0 ? pod.addresses.map(addressSpan) : unknownSpans(cluster);
  const node = cluster.nodes?.find(({ name }) => name === pod.nodeName);
  const known = [...pod.addresses, ...pod.hostAddresses, ...(node?.addresses ?? [])].map(addressSpan);
  // One address per family, as for any pod.
  const first = known.filter(
    ({ family }, index) => known.findIndex((span) => span.family === family) === index,
  );
  return first.length > 0 ? first : podFamilies(cluster).map(wholeSpan);
}

/** The known addresses of pods that have one of their own. */
const knownSpans = (cluster: OracleCluster): readonly Span[] =>
  cluster.pods.flatMap((pod) => (pod.hostNetwork ? [] : pod.addresses.map(addressSpan)));

/** The families that pods speak as far as any is known; else IPv4. */
function podFamilies(cluster: OracleCluster): readonly Family[] {
  const known = knownSpans(cluster);
  const spoken = ([4, 6] as const).filter((family) => known.some((span) => span.family === family));
  return spoken.length > 0 ? spoken : [4];
}

/** Where a pod of unknown address may lie: private IPv4, unless others tell or policies suggest otherwise. */
function unknownSpans(cluster: OracleCluster): readonly Span[] {
  const isPrivate = knownSpans(cluster).every(
    (span) => span.family === 6 || privateSpans.some((space) => isWithin(span, space)),
  );
  const blocks = cluster.policies
    .flatMap(({ ingress, egress }) => [...ingress, ...egress])
    .flatMap(({ peers }) => peers)
    .flatMap((peer) =>
      peer.kind === 'ipBlock' ? pieces(blockSpan(peer.cidr), peer.except.map(blockSpan)) : [],
    );
  const isShared = blocks.some((span) => isWithin(span, sharedSpan));
  const four = !isPrivate ? [wholeSpan(4)] : isShared ? [...privateSpans, sharedSpan] : privateSpans;
  return podFamilies(cluster).flatMap((family) => (family === 4 ? four : [wholeSpan(6)]));
}

/** The families to look at each end in: those both speak; when there is none, each end in its own. */
function families(
  source: AnyFamilyEnd,
  destination: AnyFamilyEnd,
): readonly { readonly from: Family; readonly to: Family }[] {
  const spoken = ({ spans, fixed }: AnyFamilyEnd): readonly Family[] =>
    fixed !== null
      ? [fixed]
      : ([4, 6] as const).filter((family) => spans.some((span) => span.family === family));
  const common = spoken(source).filter((family) => spoken(destination).includes(family));
  if (common.length > 0) return common.map((family) => ({ from: family, to: family }));
  return [{ from: spoken(source)[0] ?? 4, to: spoken(destination)[0] ?? 4 }];
}

/** The end as seen in one family. */
function inFamily({ pod, spans }: AnyFamilyEnd, family: Family): End {
  return { pod, spans: spans.filter((span) => span.family === family) };
}
