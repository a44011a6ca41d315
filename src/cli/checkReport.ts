import {
  type EndRef,
  type ExpectationResult,
  type ExpectationStatus,
  type Offender,
  type Place,
  type PlacedDiagnostic,
  type SourceFile,
} from '../engine';
import { fileAndLine } from './fileAndLine';

/** Marks a status at the beginning of a line. */
const marks: Readonly<Record<ExpectationStatus, string>> = {
  passed: '✓',
  failed: '✗',
  undecided: '?',
  invalid: '!',
};

/** Pairs told of one expectation; the rest is counted. */
const TOLD = 5;

/** A line for each expectation, below those that do not hold why, and in the end how many hold. */
export function reportLines(
  results: readonly ExpectationResult[],
  files: readonly SourceFile[],
): readonly string[] {
  const at = placer(files);
  const holding = results.filter(({ status }) => status === 'passed').length;
  return [
    ...results.flatMap((result) => {
      const { status, sentence, outcome, place } = result;
      if (status === 'passed') return [`${marks.passed} ${sentence}`];
      const where = place === null ? '' : ` (${at(place)})`;
      const why = outcome === '' ? [] : [`    ${outcome}`];
      return [`${marks[status]} ${sentence}${where}`, ...why, ...offenderLines(result, at)];
    }),
    '',
    `${String(holding)} of ${String(results.length)} ${results.length === 1 ? 'expectation holds' : 'expectations hold'}.`,
  ];
}

function offenderLines(
  { offenders, broken, undecided }: ExpectationResult,
  at: (place: Place) => string,
): readonly string[] {
  const told = offenders.slice(0, TOLD);
  const rest = broken + undecided - told.length;
  return [
    ...told.flatMap(({ source, destination, ports, reason, deciding }) => [
      `    ${endText(source)} → ${endText(destination)}${ports === '' ? '' : `, ${ports}`}`,
      ...(reason === '' ? [] : [`      ${reason}`]),
      ...deciding.map(({ name, namespace, place }) => `      ${namespace}/${name} (${at(place)})`),
    ]),
    ...(rest > 0 ? [`    and ${String(rest)} more`] : []),
  ];
}

/** The same for programs. */
export function reportJson(
  results: readonly ExpectationResult[],
  diagnostics: readonly PlacedDiagnostic[],
  files: readonly SourceFile[],
): string {
  const at = fileAndLine(files);
  const count = (wanted: ExpectationStatus): number =>
    results.filter(({ status }) => status === wanted).length;
  const offender = ({ source, destination, isCertain, ports, reason, deciding }: Offender): object => ({
    from: endText(source),
    to: endText(destination),
    certain: isCertain,
    ports,
    reason,
    policies: deciding.map(({ name, namespace, place }) => ({ name, namespace, ...at(place) })),
  });
  return JSON.stringify(
    {
      expectations: results.map(({ place, offenders, want, ...rest }) => ({
        ...rest,
        ...(want !== null && { want }),
        ...(place !== null && at(place)),
        offenders: offenders.map(offender),
      })),
      counts: {
        passed: count('passed'),
        failed: count('failed'),
        undecided: count('undecided'),
        invalid: count('invalid'),
      },
      diagnostics: diagnostics.map(({ place, ...rest }) => ({ ...rest, file: place.file })),
    },
    null,
    1,
  );
}

function endText({ name, namespace }: EndRef): string {
  return namespace === null ? name : `${namespace}/${name}`;
}

/** `expectations.yaml:4` */
function placer(files: readonly SourceFile[]): (place: Place) => string {
  const at = fileAndLine(files);
  return (place) => {
    const { file, line } = at(place);
    return `${file}:${String(line)}`;
  };
}
