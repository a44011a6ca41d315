import { parseArgs } from 'node:util';
import type { InputOptions } from './evaluated';
import { UnusableInput } from './readInput';
import { runCheck } from './runCheck';
import { runDiff } from './runDiff';
import { runEval } from './runEval';
import { runList } from './runList';

const usage = `What Kubernetes network policies really allow.

  netpol list PATH… [--format text|json|md|csv] [--pods]
  netpol eval PATH… --queries FILE [--format text|json]
  netpol eval PATH… --from POD|IP --to POD|IP [--protocol TCP] --port N
  netpol check PATH… [--expect FILE]… [--format text|json]
  netpol diff BEFORE AFTER [--format text|json|md] [--exit-code] [--skip-broken]

check: do the expectations in FILE, and among PATH, hold? FILE has apiVersion netpol-playground/v1, kind Expectations.
PATH is a file, a folder (read recursively) or - for standard input; gzip and zip are unpacked. POD is namespace/name of
a pod or workload.
With each: [--cni spec|cilium|none], the plugin.
Exit status: 0 with an answer; 2 where the command or the input cannot be used. What has errors is told and left out; but
diff refuses it without --skip-broken. check: 1 when an expectation does not hold; diff: with --exit-code 1 when
connections or workloads differ.`;

const options = {
  format: { type: 'string', default: 'text' },
  cni: { type: 'string', default: 'spec' },
  'skip-broken': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  pods: { type: 'boolean', default: false },
  queries: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  protocol: { type: 'string' },
  port: { type: 'string' },
  expect: { type: 'string', multiple: true, default: [] as string[] },
  'exit-code': { type: 'boolean', default: false },
} as const;
type Option = keyof typeof options;
type Command = 'list' | 'eval' | 'check' | 'diff';

/** What every command understands. */
const shared: readonly Option[] = ['format', 'cni', 'help'];

/** What else each of them does: an option without effect would be a promise that is not kept. */
const own: Readonly<Record<Command, readonly Option[]>> = {
  list: ['pods'],
  eval: ['queries', 'from', 'to', 'protocol', 'port'],
  check: ['expect'],
  diff: ['exit-code', 'skip-broken'],
};

/** Runs one command; returns the exit status. Throws `UnusableInput` where it cannot be run. */
export async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals, tokens } = parsed(argv);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [name, ...paths] = positionals;
  if (name === undefined) {
    console.error(usage);
    return 2;
  }
  const command = oneOf<Command>('The command', name, ['list', 'eval', 'check', 'diff']);
  for (const token of tokens) {
    if (token.kind === 'option' && ![...shared, ...own[command]].some((known) => known === token.name))
      throw new UnusableInput(`${command} has no option ${token.rawName}; see --help.`);
  }
  const input: InputOptions = { cni: oneOf('--cni', values.cni, ['spec', 'cilium', 'none']) };
  const { format, pods, expect, 'exit-code': exitCode, 'skip-broken': skipBroken, ...asked } = values;
  switch (command) {
    case 'list':
      return runList(paths, {
        ...input,
        pods,
        format: oneOf('--format', format, ['text', 'json', 'md', 'csv']),
      });
    case 'eval':
      return runEval(paths, { ...input, asked, format: oneOf('--format', format, ['text', 'json']) });
    case 'check':
      return runCheck(paths, { ...input, expect, format: oneOf('--format', format, ['text', 'json']) });
    case 'diff':
      return runDiff(paths, {
        ...input,
        exitCode,
        skipBroken,
        format: oneOf('--format', format, ['text', 'json', 'md']),
      });
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, tokens: true, options });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // What comes after the first sentence is about arguments that begin with a dash.
    throw new UnusableInput(`${error.message.split(/\.\s/)[0] ?? ''}; see --help.`);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new UnusableInput(`${option} is one of ${allowed.join(', ')}, not ${value}.`);
  return found;
}
