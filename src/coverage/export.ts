import type { Coverage, NamespaceCoverage } from '../engine';
import { grouped, t } from '../language/t';
import type { EmptyNamespace } from './emptyNamespaces';
import { closedOf, closureWord, emptyWords, orderSentence, passingOf, summary } from './words';

type Column = readonly [
  title: string,
  value: (area: NamespaceCoverage) => string | number,
  /** Of a namespace without workloads, which has nothing that could be closed or open. */
  ofEmpty?: (namespace: EmptyNamespace) => string | number,
];

const columns = (): readonly Column[] => [
  [t`namespace`, ({ name }) => name, ({ name }) => name],
  [t`workloads`, ({ workloads }) => workloads, () => 0],
  [t`policies`, ({ policies }) => policies, ({ policies }) => policies],
  [t`ingress`, ({ ingress }) => closureWord(ingress.closure)],
  [t`closed for ingress`, ({ ingress }) => ingress.closed],
  [t`egress`, ({ egress }) => closureWord(egress.closure)],
  [t`closed for egress`, ({ egress }) => egress.closed],
  [t`pairs into`, ({ into }) => into.pairs],
  [t`open into`, ({ into }) => into.passing],
  [t`nothing decides`, ({ into }) => into.open],
  [t`cannot say`, ({ into }) => into.unknown],
  [t`pairs out of`, ({ outOf }) => outOf.pairs],
  [t`open out of`, ({ outOf }) => outOf.passing],
  [t`reachable from outside`, ({ fromOutside }) => fromOutside.passing],
  [t`can reach outside`, ({ toOutside }) => toOutside.passing],
  [t`selected by no policy`, ({ unselected }) => unselected.count],
  [t`on the host network`, ({ exempt }) => exempt.count],
];

/** One line per namespace, for a spreadsheet. */
export function coverageCsv({ namespaces }: Coverage, empty: readonly EmptyNamespace[]): string {
  const told = columns();
  const lines = [
    told.map(([title]) => title),
    ...namespaces.map((area) => told.map(([, value]) => String(value(area)))),
    ...empty.map((namespace) => told.map(([, , ofEmpty]) => String(ofEmpty?.(namespace) ?? ''))),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table and a few sentences, fit for a pull request. */
export function coverageMarkdown(coverage: Coverage, empty: readonly EmptyNamespace[]): string {
  const { namespaces, cluster, idle } = coverage;
  const rows = namespaces.map(
    ({ name, ingress, egress, into, outOf, fromOutside, unselected }) =>
      `| ${name} | ${closureWord(ingress.closure)} (${closedOf(ingress)}) | ${closureWord(egress.closure)} (${closedOf(egress)}) | ${passingOf(into)} | ${passingOf(outOf)} | ${passingOf(fromOutside)} | ${String(unselected.count)} |`,
  );
  const free = cluster.unselected.first.map(
    ({ name, namespace, isPart }) =>
      `- ${namespace ?? ''}/${name}${isPart ? ` (${t`some of its pods`})` : ''}`,
  );
  const more = cluster.unselected.count - free.length;
  const heads = [
    t`namespace`,
    t`ingress closed`,
    t`egress closed`,
    t`open into it`,
    t`open out of it`,
    t`open from outside`,
    t`selected by no policy`,
  ];
  return [
    `# ${t`Coverage by network policies`}`,
    '',
    summary(coverage),
    '',
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    orderSentence(),
    ...(free.length > 0 ? ['', `## ${t`Selected by no policy`}`, '', ...free] : []),
    ...(more > 0 ? [`- ${t`and ${grouped(more)} more`}`] : []),
    ...(empty.length > 0
      ? [
          '',
          `## ${t`Namespaces without workloads`}`,
          '',
          ...empty.map((namespace) => `- ${namespace.name}: ${emptyWords(namespace)}`),
        ]
      : []),
    ...(idle.count > 0
      ? [
          '',
          `## ${t`Policies that select no pod`}`,
          '',
          ...idle.first.map(({ name, namespace }) => `- ${namespace}/${name}`),
        ]
      : []),
    '',
  ].join('\n');
}
