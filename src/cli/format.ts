import {
  type Answer,
  type Connection,
  type ConnectionEnd,
  type PairExplanation,
  type Place,
  type PlacedDiagnostic,
  type Query,
  type QueryAnswer,
  type SideExplanation,
  type SourceFile,
} from '../engine';
import { fileAndLine, type FileAndLine } from './fileAndLine';
import type { AskedQuery } from './queries';

export type Format = 'text' | 'json' | 'md' | 'csv';

/** `policies.yaml:12:9: error: spec.ingress[0].form: unknown field (unknown-field)` */
export function formatDiagnostic({
  place,
  line,
  column,
  severity,
  path,
  message,
  code,
}: PlacedDiagnostic): string {
  const where = `${place.file}:${String(line)}:${String(column)}`;
  return `${where}: ${severity}: ${path === '' ? '' : `${path}: `}${message} (${code})`;
}

/** The list as lines, one connection each, so that it need never be in memory as a whole. */
export function* connectionLines(
  connections: Iterable<Connection>,
  { receipt, diagnostics }: Pick<Answer, 'receipt' | 'diagnostics'>,
  format: Format,
): Generator<string> {
  switch (format) {
    case 'text':
      for (const one of connections) yield `${endText(one.from)} => ${endText(one.to)} : ${portsText(one)}`;
      break;
    case 'md':
      yield '| from | to | ports |';
      yield '| --- | --- | --- |';
      for (const one of connections)
        yield `| ${[endText(one.from), endText(one.to), portsText(one)].map(escaped).join(' | ')} |`;
      break;
    case 'csv':
      yield 'from,to,ports';
      for (const one of connections)
        yield [endText(one.from), endText(one.to), portsText(one)].map(quoted).join(',');
      break;
    case 'json': {
      yield '{"connections":[';
      let before = '';
      for (const { from, to, allowed, unknown } of connections) {
        yield `${before}${JSON.stringify({ from, to, allowed, unknown })}`;
        before = ',';
      }
      const ignored = [
        ...receipt.ignored.flatMap(({ kind, names }) => names.map((name) => ({ kind, name }))),
        ...receipt.unsupported.map(({ kind, name }) => ({ kind, name, unsupported: true })),
      ];
      yield `],"ignored":${JSON.stringify(ignored)},`;
      const placed = diagnostics.map(({ place, ...rest }) => ({ ...rest, file: place.file }));
      yield `"diagnostics":${JSON.stringify(placed)}}`;
      break;
    }
  }
}

function endText(end: ConnectionEnd): string {
  return 'ip' in end ? end.ip : `${end.namespace}/${end.name}[${end.kind}]`;
}

function portsText({ text, unknown }: Connection): string {
  return unknown === undefined ? text : `${text} (the rest cannot be said)`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Answers as lines, one each; in JSON with their evidence. */
export function answerLines(
  queries: readonly AskedQuery[],
  answers: readonly QueryAnswer[],
  format: Format,
  files: readonly SourceFile[],
): readonly string[] {
  if (format === 'json') {
    const at = fileAndLine(files);
    const told = answers.map(({ verdict, reason, evidence }) => ({
      verdict,
      reason,
      ...(evidence === null ? {} : evidenceOf(evidence, at)),
    }));
    return JSON.stringify(told, null, 1).split('\n');
  }
  return queries.map((query, index) => {
    const { verdict = '', reason = '' } = answers[index] ?? {};
    if ('reason' in query) return `query ${String(index)} : ${verdict} – ${reason}`;
    const { from, to, protocol, port } = query;
    return `${partyText(from)} => ${partyText(to)} ${protocol} ${String(port)} : ${verdict} – ${reason}`;
  });
}

function partyText(party: Query['from']): string {
  return 'pod' in party ? party.pod : party.ip;
}

/** Places become `file` and `line`. */
function evidenceOf(
  { allowed, egress, ingress, doubts }: PairExplanation,
  at: (place: Place) => FileAndLine,
): object {
  const side = ({ isolated, passes, sentence, policies }: SideExplanation): object => ({
    isolated,
    passes,
    sentence,
    policies: policies.map(({ name, namespace, place, rules }) => ({
      name,
      namespace,
      ...at(place),
      rules: rules.map(({ path, place: rulePlace, grants, granted, peerPlace, sentence: told }) => ({
        path,
        ...at(rulePlace),
        granted,
        grants,
        peer: peerPlace === null ? null : at(peerPlace),
        sentence: told,
      })),
    })),
  });
  return { allowed, egress: side(egress), ingress: side(ingress), doubts };
}
