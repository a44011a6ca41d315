import { Tone, type Picture, type Topology } from '../engine';
import { t } from '../language/t';
import { cellOf, type Cell } from './cell';
import { linesOf, namespaceOf } from './lines';

/** Beyond, a table is of no use to anybody. */
const MOST_CELLS = 1_000_000;

/** The matrix as a table of texts, first row and column the names; headings are left out, for they only sum up. */
function tableOf(topology: Topology, picture: Picture): readonly (readonly string[])[] {
  const lines = linesOf(topology).filter(({ kind }) => kind !== 'heading');
  const names = lines.map(({ members: [index = 0], name }) => {
    const entity = topology.entities[index];
    const namespace = entity && namespaceOf(entity);
    return namespace === null || namespace === undefined || entity?.kind === 'namespace'
      ? name
      : `${namespace}/${name}`;
  });
  if (lines.length ** 2 > MOST_CELLS) return [[t`too large: fold namespaces first`]];
  const size = topology.entities.length;
  const rows = lines.map((row, at) => [
    names[at] ?? '',
    ...lines.map((column) => tableText(cellOf(picture, size, row, column))),
  ]);
  return [[t`from \\ to`, ...names], ...rows];
}

/** A cell in words that stand alone. */
function tableText({ tone, total, passing, isPart, ports }: Cell): string {
  if (isPart && passing === total) return t`some addresses`;
  if (total > 1) return t`${passing} of ${total}`;
  switch (tone) {
    case Tone.none:
      return '';
    case Tone.open:
      return t`open`;
    case Tone.allowed:
      return t`every port`;
    case Tone.partial:
      return ports;
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return t`blocked`;
    case Tone.unknown:
      return t`cannot say`;
  }
}

/** RFC 4180, with a guard against cells that a spreadsheet would take for a formula. */
export function matrixCsv(topology: Topology, picture: Picture): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return tableOf(topology, picture)
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

/** A GitHub table. */
export function matrixMarkdown(topology: Topology, picture: Picture): string {
  const [head = [], ...rows] = tableOf(topology, picture).map((row) =>
    row.map((text) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')),
  );
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
