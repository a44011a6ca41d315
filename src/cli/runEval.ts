import type { Query, QueryAnswer, Session } from '../engine';
import { evaluated, type InputOptions } from './evaluated';
import { answerLines } from './format';
import { isPort, parseQueries, type AskedQuery } from './queries';
import { readInput, UnusableInput } from './readInput';
import { writeLines } from './writeLines';

/** A file of questions, or one question. */
interface Asked {
  readonly queries?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly protocol?: string | undefined;
  readonly port?: string | undefined;
}

/** What is asked, and how it is answered. */
export interface EvalOptions extends InputOptions {
  readonly format: 'text' | 'json';
  readonly asked: Asked;
}

/** Answers questions; returns the exit status. */
export async function runEval(paths: readonly string[], options: EvalOptions): Promise<number> {
  const { format, asked } = options;
  if (asked.queries === '-' && paths.includes('-'))
    throw new UnusableInput('Standard input can be only one of manifests and queries.');
  const queries = await queriesOf(asked);
  const files = await readInput(paths);
  const { session, isUsable } = evaluated(files, options, 'text');
  if (!isUsable && format === 'text') return 2;
  const answers = queries.map((query) => ask(session, query));
  await writeLines(answerLines(queries, answers, format, files));
  const onlyOne = asked.queries === undefined ? answers[0] : undefined;
  return !isUsable || (onlyOne?.evidence === null && onlyOne.verdict === 'unknown') ? 2 : 0;
}

function ask(session: Session, query: AskedQuery): QueryAnswer {
  if ('reason' in query) return { verdict: 'unknown', reason: query.reason, evidence: null };
  return (
    session.query(query) ?? { verdict: 'unknown', reason: 'There is nothing to ask about.', evidence: null }
  );
}

async function queriesOf({ queries, from, to, protocol, port }: Asked): Promise<readonly AskedQuery[]> {
  if (queries !== undefined) {
    if ([from, to, protocol, port].some((one) => one !== undefined))
      throw new UnusableInput('Either --queries says what to ask, or --from, --to and --port.');
    const [file] = await readInput([queries]);
    return parseQueries(file?.text ?? '');
  }
  if (from === undefined || to === undefined || port === undefined) {
    throw new UnusableInput('Say what to ask: --queries FILE, or --from, --to and --port.');
  }
  if (!isPort(port)) throw new UnusableInput(`--port takes a number, not ${port}.`);
  return [{ from: party(from), to: party(to), protocol: protocol ?? 'TCP', port: Number(port) }];
}

/** `namespace/name` is a pod or workload, everything with a colon or only digits and dots an address. */
function party(text: string): Query['from'] {
  return !text.includes('/') && (text.includes(':') || /^[\d.]+$/.test(text)) ? { ip: text } : { pod: text };
}
