import {
  lineAndColumn,
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

export function formatConnections(
  connections: readonly Connection[],
  { receipt, diagnostics }: Pick<Answer, 'receipt' | 'diagnostics'>,
  format: Format,
): string {
  switch (format) {
    case 'text':
      return connections
        .map((one) => `${endText(one.from)} => ${endText(one.to)} : ${portsText(one)}`)
        .join('\n');
    case 'md':
      return [
        '| from | to | ports |',
        '| --- | --- | --- |',
        ...connections.map((one) => `| ${endText(one.from)} | ${endText(one.to)} | ${portsText(one)} |`),
      ].join('\n');
    case 'csv':
      return [
        'from,to,ports',
        ...connections.map((one) =>
          [endText(one.from), endText(one.to), portsText(one)].map(quoted).join(','),
        ),
      ].join('\n');
    case 'json':
      return JSON.stringify(
        {
          connections: connections.map(({ from, to, allowed, unknown }) => ({ from, to, allowed, unknown })),
          ignored: [
            ...receipt.ignored.flatMap(({ kind, names }) => names.map((name) => ({ kind, name }))),
            ...receipt.unsupported.map(({ kind, name }) => ({ kind, name, unsupported: true })),
          ],
          diagnostics: diagnostics.map(({ place, ...rest }) => ({ ...rest, file: place.file })),
        },
        null,
        1,
      );
  }
}

function endText(end: ConnectionEnd): string {
  return 'ip' in end ? end.ip : `${end.namespace}/${end.name}[${end.kind}]`;
}

function portsText({ text, unknown }: Connection): string {
  return unknown === undefined ? text : `${text} (the rest cannot be said)`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function formatAnswers(
  queries: readonly Query[],
  answers: readonly QueryAnswer[],
  format: Format,
  files: readonly SourceFile[],
): string {
  if (format === 'json') {
    return JSON.stringify(
      answers.map(({ verdict, reason, evidence }) => ({
        verdict,
        reason,
        ...(evidence === null ? {} : evidenceOf(evidence, files)),
      })),
      null,
      1,
    );
  }
  return queries
    .map(({ from, to, protocol, port }, index) => {
      const answer = answers[index];
      return `${partyText(from)} => ${partyText(to)} ${protocol} ${String(port)} : ${answer?.verdict ?? ''} – ${answer?.reason ?? ''}`;
    })
    .join('\n');
}

function partyText(party: Query['from']): string {
  return 'pod' in party ? party.pod : party.ip;
}

/** Places become `file` and `line`, which is what a person at a terminal can follow. */
function evidenceOf(
  { allowed, egress, ingress, doubts }: PairExplanation,
  files: readonly SourceFile[],
): object {
  const at = ({ file, start }: Place): object => {
    const text = files.find(({ id }) => id === file)?.text ?? '';
    return { file, line: lineAndColumn(text, start).line };
  };
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
