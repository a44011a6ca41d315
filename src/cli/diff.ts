import {
  pairChanges,
  type ChangedPolicy,
  type ChangedRow,
  type ComparedEnd,
  type Comparison,
} from '../engine';
import type { Format } from './format';

/** The forms a comparison can be written in. */
export type DiffFormat = Exclude<Format, 'csv'>;

/** So many rows of a kind are written where people read them as a comment. */
export const MARKDOWN_ROWS = 100;

/** More rows than this are folded away. */
const SHOWN_ROWS = 30;

const titles: Readonly<Record<keyof Comparison['counts'], string>> = {
  opened: 'opened',
  closed: 'closed',
  widened: 'with more ports',
  narrowed: 'with fewer ports',
  exchanged: 'with other ports',
  unsure: 'cannot say',
};

/** Something that connections can notice is not as before: a policy may also be written otherwise to the same effect. */
export function differs({ counts, added, removed }: Comparison): boolean {
  return pairChanges.some((change) => counts[change] > 0) || added.count + removed.count > 0;
}

/** A comparison as lines. */
export function* diffLines(comparison: Comparison, format: DiffFormat): Generator<string> {
  switch (format) {
    case 'text':
      yield* textLines(comparison);
      break;
    case 'md':
      yield* markdownLines(comparison);
      break;
    case 'json':
      yield* jsonLines(comparison);
      break;
  }
}

function* textLines(comparison: Comparison): Generator<string> {
  const { counts, rows, policies, altered } = comparison;
  yield summaryOf(comparison);
  for (const change of pairChanges) {
    if (counts[change] === 0) continue;
    yield '';
    yield `${titles[change]} (${String(counts[change])})`;
    for (const row of rows[change]) {
      const because = row.by.map((at) => policyName(policies[at])).join(', ');
      yield `  ${endText(row.source)} => ${endText(row.destination)} : ${row.before.text} -> ${row.after.text}${because === '' ? '' : ` (${because})`}`;
    }
  }
  for (const [title, ends] of missingEnds(comparison)) {
    yield '';
    yield `${title} (${String(ends.count)})`;
    for (const { id } of ends.first) yield `  ${id}`;
    if (ends.count > ends.first.length) yield `  and ${String(ends.count - ends.first.length)} more`;
  }
  if (policies.length > 0) {
    yield '';
    yield `policies (${String(policies.length)})`;
    for (const policy of policies) yield `  ${policy.change} ${policy.kind} ${policyName(policy)}`;
  }
  if (altered > 0) {
    yield '';
    yield alteredText(altered);
  }
}

function* markdownLines(comparison: Comparison): Generator<string> {
  const { counts, rows, policies, altered } = comparison;
  yield `### Connections: ${summaryOf(comparison)}`;
  const all = pairChanges.flatMap((change) => rows[change].map((row) => ({ change, row })));
  if (all.length > 0) {
    const total = pairChanges.reduce((sum, change) => sum + counts[change], 0);
    const isFolded = all.length > SHOWN_ROWS;
    yield '';
    if (isFolded) {
      yield `<details><summary>${String(total)} pairs</summary>`;
      yield '';
    }
    yield '| | from | to | before | after | policies |';
    yield '| --- | --- | --- | --- | --- | --- |';
    for (const { change, row } of all) {
      const by = row.by.map((at) => code(policyName(policies[at]))).join(', ');
      const cells = [titles[change], code(endName(row.source)), code(endName(row.destination))];
      yield `| ${[...cells, row.before.text, row.after.text, by].map(inCell).join(' | ')} |`;
    }
    if (total > all.length) {
      yield '';
      yield `and ${String(total - all.length)} more pairs`;
    }
    if (isFolded) {
      yield '';
      yield '</details>';
    }
  }
  for (const [title, { count, first }] of missingEnds(comparison)) {
    yield '';
    const more = count > first.length ? ` and ${String(count - first.length)} more` : '';
    yield `**${title}:** ${first.map(({ id }) => code(id)).join(', ')}${more}`;
  }
  if (policies.length > 0) {
    yield '';
    yield '**Policies:**';
    yield '';
    for (const policy of policies.slice(0, MARKDOWN_ROWS)) {
      const kind = policy.kind === 'NetworkPolicy' ? '' : `${policy.kind} `;
      yield `- ${policy.change} ${kind}${code(policyName(policy))}`;
    }
    if (policies.length > MARKDOWN_ROWS) yield `- and ${String(policies.length - MARKDOWN_ROWS)} more`;
  }
  if (altered > 0) {
    yield '';
    yield alteredText(altered);
  }
}

function* jsonLines({ counts, rows, policies, added, removed, altered }: Comparison): Generator<string> {
  yield `{"counts":${JSON.stringify(counts)},"workloads":${JSON.stringify({ added: added.count, removed: removed.count, altered })},`;
  for (const change of pairChanges) {
    yield `"${change}":[`;
    let before = '';
    for (const row of rows[change]) {
      yield `${before}${JSON.stringify(rowObject(row, policies))}`;
      before = ',';
    }
    yield '],';
  }
  const told = policies.map(({ change, kind, namespace, name }) => ({ change, kind, namespace, name }));
  yield `"policies":${JSON.stringify(told)}}`;
}

function rowObject(row: ChangedRow, policies: readonly ChangedPolicy[]): object {
  const ports = ({ allowed, unknown }: ChangedRow['before']): object =>
    unknown === undefined ? { allowed } : { allowed, unknown };
  return {
    from: endObject(row.source),
    to: endObject(row.destination),
    before: ports(row.before),
    after: ports(row.after),
    policies: row.by.map((at) => policyName(policies[at])),
  };
}

function endObject({ workloadKind, namespace, name, ranges }: ComparedEnd): object {
  return namespace === null ? { name, ranges } : { kind: workloadKind, namespace, name };
}

/** `1 opened, 2 closed; 1 workload added`, or that there is no difference. */
function summaryOf({ counts, added, removed }: Comparison): string {
  const changed = pairChanges.filter((change) => counts[change] > 0);
  const pairs = changed.map((change) => `${String(counts[change])} ${titles[change]}`).join(', ');
  const ends = [
    ...(added.count > 0 ? [`${workloads(added.count)} added`] : []),
    ...(removed.count > 0 ? [`${workloads(removed.count)} removed`] : []),
  ].join(', ');
  return [pairs === '' ? 'nothing opened, nothing closed' : pairs, ...(ends === '' ? [] : [ends])].join('; ');
}

const workloads = (count: number): string => `${String(count)} workload${count === 1 ? '' : 's'}`;

function missingEnds({
  added,
  removed,
}: Comparison): readonly (readonly [title: string, ends: Comparison['added']])[] {
  const both = [['workloads added', added] as const, ['workloads removed', removed] as const];
  return both.filter(([, { count }]) => count > 0);
}

function alteredText(altered: number): string {
  return `${workloads(altered)} with other labels, ports or addresses, or in a namespace with other labels`;
}

function endText({ namespace, name, workloadKind }: ComparedEnd): string {
  return namespace === null ? name : `${namespace}/${name}[${workloadKind ?? ''}]`;
}

function endName({ namespace, name }: ComparedEnd): string {
  return namespace === null ? name : `${namespace}/${name}`;
}

function policyName(policy: ChangedPolicy | undefined): string {
  const { namespace = null, name = '' } = policy ?? {};
  const told = name === '' ? '(nameless)' : name;
  return namespace === null || namespace === '' ? told : `${namespace}/${told}`;
}

/** A name may come from anywhere: it must end neither the code nor the cell it stands in. */
const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const inCell = (text: string): string => text.replaceAll('|', '\\|');
