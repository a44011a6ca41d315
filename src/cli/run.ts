import { parseArgs } from 'node:util';
import { listConnections, type CniProfile, type Query, type QueryAnswer, type Session } from '../engine';
import type { DiffFormat } from './diff';
import { evaluated, type InputOptions } from './evaluated';
import { connectionLines, formatAnswers, type Format } from './format';
import { isPort, parseQueries, type AskedQuery } from './queries';
import { readInput, UnusableInput } from './readInput';
import { runCheck } from './runCheck';
import { runDiff } from './runDiff';
import { writeLines } from './writeLines';

const usage = `What Kubernetes network policies really allow.

  netpol list PATH… [--format text|json|md|csv] [--pods]
  netpol eval PATH… --queries FILE [--format text|json]
  netpol eval PATH… --from POD|IP --to POD|IP [--protocol TCP] --port N
  netpol check PATH… [--expect FILE]… [--format text|json]
  netpol diff BEFORE AFTER [--format text|json|md] [--exit-code]

check: do the expectations in FILE, and among PATH, hold? FILE has apiVersion netpol-playground/v1, kind Expectations.
PATH is a file, a folder (read recursively) or - for standard input; gzip and zip are unpacked. POD is namespace/name of a pod or workload.
With each: [--cni spec|cilium|none], the plugin; [--skip-broken], answer without what has errors.
Exit status: 0 with an answer; 2 where the command or something in the input cannot be used; check: 1 when an expectation does not hold; diff: with --exit-code 1 when connections or workloads differ.`;

/** Runs one command; returns the exit status. Throws `UnusableInput` where it cannot be run. */
export async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      pods: { type: 'boolean', default: false },
      cni: { type: 'string', default: 'spec' },
      queries: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      protocol: { type: 'string', default: 'TCP' },
      port: { type: 'string' },
      expect: { type: 'string', multiple: true, default: [] },
      'skip-broken': { type: 'boolean', default: false },
      'exit-code': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (command !== 'list' && command !== 'eval' && command !== 'diff' && command !== 'check')
    throw new UnusableInput(usage);
  const input: InputOptions = {
    cni: oneOf<CniProfile>('--cni', values.cni, ['spec', 'cilium', 'none']),
    skipBroken: values['skip-broken'],
  };
  const format = oneOf<Format>('--format', values.format, ['text', 'json', 'md', 'csv']);
  if (command === 'diff') {
    const diffFormat = oneOf<DiffFormat>('--format', format, ['text', 'json', 'md']);
    return runDiff(paths, { ...input, format: diffFormat, exitCode: values['exit-code'] });
  }
  if (command === 'check') {
    const checkFormat = oneOf('--format', format, ['text', 'json']);
    return runCheck(paths, { ...input, format: checkFormat, expect: values.expect });
  }

  const { files, session, answer, isUsable } = await evaluated(paths, input);
  // A program may ask what can be said all the same.
  if (!isUsable && format !== 'json') return 2;

  if (command === 'list') {
    const evaluation = session.evaluation;
    const connections = evaluation ? listConnections(evaluation, values.pods ? 'pod' : 'workload') : [];
    await writeLines(connectionLines(connections, answer, format));
    return isUsable ? 0 : 2;
  }
  const queries = await queriesOf(values);
  const answers = queries.map((query) => ask(session, query));
  await writeLines([formatAnswers(queries, answers, format, files)]);
  if (!isUsable) return 2;
  const onlyOne = values.queries === undefined ? answers[0] : undefined;
  return onlyOne?.evidence === null && onlyOne.verdict === 'unknown' ? 2 : 0;
}

function ask(session: Session, query: AskedQuery): QueryAnswer {
  if ('reason' in query) return { verdict: 'unknown', reason: query.reason, evidence: null };
  return (
    session.query(query) ?? { verdict: 'unknown', reason: 'There is nothing to ask about.', evidence: null }
  );
}

async function queriesOf(values: {
  queries?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  protocol: string;
  port?: string | undefined;
}): Promise<readonly AskedQuery[]> {
  if (values.queries !== undefined) {
    const [file] = await readInput([values.queries]);
    return parseQueries(file?.text ?? '');
  }
  const { from, to, protocol, port } = values;
  if (from === undefined || to === undefined || port === undefined) {
    throw new UnusableInput('Say what to ask: --queries FILE, or --from, --to and --port.');
  }
  if (!isPort(port)) throw new UnusableInput(`--port takes a number, not ${port}.`);
  return [{ from: party(from), to: party(to), protocol, port: Number(port) }];
}

/** `namespace/name` is a pod or workload, everything with a colon or only digits and dots an address. */
function party(text: string): Query['from'] {
  return !text.includes('/') && (text.includes(':') || /^[\d.]+$/.test(text)) ? { ip: text } : { pod: text };
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new UnusableInput(`${option} is one of ${allowed.join(', ')}, not ${value}.`);
  return found;
}
