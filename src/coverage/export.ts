import type { Coverage, NamespaceCoverage } from '../engine';
import { closedOf, closureWord, orderSentence, passingOf, summary } from './words';

const columns: readonly (readonly [string, (area: NamespaceCoverage) => string | number])[] = [
  ['namespace', ({ name }) => name],
  ['workloads', ({ workloads }) => workloads],
  ['policies', ({ policies }) => policies],
  ['ingress', ({ ingress }) => closureWord[ingress.closure]],
  ['closed for ingress', ({ ingress }) => ingress.closed],
  ['egress', ({ egress }) => closureWord[egress.closure]],
  ['closed for egress', ({ egress }) => egress.closed],
  ['pairs into', ({ into }) => into.pairs],
  ['open into', ({ into }) => into.passing],
  ['nothing decides', ({ into }) => into.open],
  ['cannot say', ({ into }) => into.unknown],
  ['pairs out of', ({ outOf }) => outOf.pairs],
  ['open out of', ({ outOf }) => outOf.passing],
  ['reachable from outside', ({ fromOutside }) => fromOutside.passing],
  ['can reach outside', ({ toOutside }) => toOutside.passing],
  ['selected by no policy', ({ unselected }) => unselected.count],
  ['on the host network', ({ exempt }) => exempt.count],
];

/** One line per namespace, for a spreadsheet. */
export function coverageCsv({ namespaces }: Coverage): string {
  const lines = [
    columns.map(([title]) => title),
    ...namespaces.map((area) => columns.map(([, value]) => String(value(area)))),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table and a few sentences, fit for a pull request. */
export function coverageMarkdown(coverage: Coverage): string {
  const { namespaces, cluster, idle } = coverage;
  const rows = namespaces.map(
    ({ name, ingress, egress, into, outOf, fromOutside, unselected }) =>
      `| ${name} | ${closureWord[ingress.closure]} (${closedOf(ingress)}) | ${closureWord[egress.closure]} (${closedOf(egress)}) | ${passingOf(into)} | ${passingOf(outOf)} | ${passingOf(fromOutside)} | ${String(unselected.count)} |`,
  );
  const free = cluster.unselected.first.map(
    ({ name, namespace, isPart }) => `- ${namespace ?? ''}/${name}${isPart ? ' (some of its pods)' : ''}`,
  );
  const more = cluster.unselected.count - free.length;
  return [
    '# Coverage by network policies',
    '',
    summary(coverage),
    '',
    '| namespace | ingress closed | egress closed | open into it | open out of it | open from outside | selected by no policy |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    orderSentence,
    ...(free.length > 0 ? ['', '## Selected by no policy', '', ...free] : []),
    ...(more > 0 ? [`- and ${String(more)} more`] : []),
    ...(idle.count > 0
      ? [
          '',
          '## Policies that select no pod',
          '',
          ...idle.first.map(({ name, namespace }) => `- ${namespace}/${name}`),
        ]
      : []),
    '',
  ].join('\n');
}
