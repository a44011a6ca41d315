import { cases, type Targets } from './cases';
import type { Spread } from './clock';
import type { CaseResult, KeystrokeResult, ReaderResult } from './results';

/** Everything measured, one case to a column; what misses its target is marked with an exclamation mark. */
export function tableOf(results: readonly CaseResult[]): string {
  const columns = results.map((result) => {
    const targets = cases.find(({ name }) => name === result.name)?.targets ?? null;
    return cellsOf(result, targets);
  });
  const labels = columns[0]?.map(([label]) => label) ?? [];
  const rows = [
    ['', ...results.map(({ name }) => name)],
    ...labels.map((label, row) => [label, ...columns.map((cells) => cells[row]?.[1] ?? '')]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

type Cell = readonly [label: string, text: string];

function cellsOf({ engine, dump }: CaseResult, targets: Targets | null): readonly Cell[] {
  const structural = targets?.structural;
  return [
    ['classes', count(engine.classes)],
    ['cards in the plain view', count(engine.cards)],
    ['points checked, differing', `${count(engine.check.points)}, ${count(engine.check.differing)}`],
    ['manifests, MB', String(engine.megabytes)],
    ['first answer, cold ms', String(engine.first.cold)],
    ['first answer, warm ms', String(engine.first.warm.p50)],
    ['kubectl dump, MB', String(dump.megabytes)],
    ['dump cut down, cold ms', String(dump.cold.cut)],
    ['dump to first answer, cold ms', marked(dump.cold.whole, targets?.dump)],
    ['dump to first answer, warm ms', String(dump.warm.whole)],
    ['dump not cut down, ms', String(dump.uncut)],
    ['odd dump to first answer, ms', marked(dump.rejected, targets?.rejectedDump)],
    ['odd dump not cut down, ms', marked(dump.rejectedUncut, targets?.rejectedDump)],
    ['heap of the session, MB', marked(dump.heapMb, targets?.heapMb)],
    ['query-ready, ms', String(engine.full.queryReady.p50)],
    ['picture, ms', String(engine.full.picture.p50)],
    ['full evaluation, ms', marked(engine.full.whole.p50, targets?.full)],
    ['other plugin, ms', String(engine.cniSwitch.p50)],
    ...engine.keystrokes.map((one): Cell => [
      `keystroke, ${one.what}: p50/p95 ms`,
      spread(one.time, targets?.keystroke),
    ]),
    [
      'keystroke inside the List: p50/p95 ms',
      dump.keystrokeInList === null ? '–' : spread(dump.keystrokeInList, targets?.keystroke),
    ],
    ...engine.structural.map((one): Cell => [`${one.what}: p50/p95 ms`, spread(one.time, structural)]),
    ['questions a second', count(engine.queriesPerSecond)],
    ...[...engine.keystrokes, ...engine.structural].map((one): Cell => [`counts, ${one.what}`, counts(one)]),
    ['pairwise / full', `${ratio(engine.ratios.pairwiseToFull)} (${engine.ratios.pairwiseSources} sources)`],
    ['full / keystroke', ratio(engine.ratios.fullToEdit)],
  ];
}

/** What the rows named `counts` list. */
export const countsLegend =
  'counts: documents parsed, rows computed, pairs judged, clusters + spaces + scenes built, bytes cloned (most of any edit)';

function counts({ most }: KeystrokeResult): string {
  const { documentsParsed, rowsComputed, pairsJudged, clustersBuilt, spacesBuilt, scenesBuilt, clonedBytes } =
    most;
  const built = `${clustersBuilt}+${spacesBuilt}+${scenesBuilt}`;
  return `${documentsParsed} · ${rowsComputed} · ${count(pairsJudged)} · ${built} · ${count(clonedBytes)}`;
}

export function readerLines({ megabytes, ms, jsYamlToReader, yamlToReader }: ReaderResult): string {
  return [
    `readers, ${megabytes} MB dump: fast reader ${ms.reader} ms, js-yaml ${ms.jsYaml} ms, yaml ${ms.yaml} ms, JSON.parse of the JSON form ${ms.json} ms`,
    `js-yaml / reader ${ratio(jsYamlToReader)}, yaml / reader ${ratio(yamlToReader)} (CPU time, interleaved)`,
  ].join('\n');
}

function spread({ p50, p95 }: Spread, target: readonly [number, number] | undefined): string {
  const isMissed = target !== undefined && (p50 > target[0] || p95 > target[1]);
  return `${p50} / ${p95}${isMissed ? ' !' : ''}`;
}

function marked(value: number | null, target: number | null | undefined): string {
  if (value === null) return '–';
  return typeof target === 'number' && value > target ? `${value} !` : String(value);
}

const count = (value: number): string => value.toLocaleString('en-US');

const ratio = (value: number): string => `${value.toLocaleString('en-US')}×`;
