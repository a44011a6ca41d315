import { Session, type Answer, type CniProfile, type SourceFile } from '../engine';
import { formatDiagnostic } from './format';
import { oneLine } from './oneLine';
import { readInput } from './readInput';

/** How input is to be evaluated. */
export interface InputOptions {
  readonly cni: CniProfile;
  /** What has errors may be left out of the answer. */
  readonly skipBroken: boolean;
}

/** Input and what the engine says of it. */
interface Evaluated {
  readonly files: readonly SourceFile[];
  readonly session: Session;
  readonly answer: Answer;
  /** It has objects, and none was left out against the user's will. */
  readonly isUsable: boolean;
}

/** Reads and evaluates what the paths name. What is wrong with it is told on standard error, whatever is done with it. */
export async function evaluated(
  paths: readonly string[],
  { cni, skipBroken }: InputOptions,
): Promise<Evaluated> {
  const files = await readInput(paths);
  const session = new Session();
  const answer = session.analyze(files, cni);
  for (const one of answer.diagnostics) console.error(oneLine(formatDiagnostic(one)));
  const problem = problemOf(answer, skipBroken);
  if (problem !== null) console.error(problem);
  return { files, session, answer, isUsable: problem === null };
}

/** Why there is no answer. What is missing in one would look like something that is blocked, or was removed. */
function problemOf(answer: Answer, skipBroken: boolean): string | null {
  if (!hasObjects(answer)) return 'There is no Kubernetes object in the input.';
  if (answer.complete || skipBroken) return null;
  const count = answer.receipt.rejected.length;
  const [what, them] = count === 1 ? ['An object', 'it'] : [`${String(count)} objects`, 'them'];
  return `${what} cannot be used, see the errors above; --skip-broken answers without ${them}.`;
}

/** Something in the input is an object, if only one with errors. */
function hasObjects({ receipt: { used, ignored, unsupported, rejected } }: Answer): boolean {
  const named = rejected.filter(({ kind }) => kind !== 'document');
  const objects = used.filter(({ kind }) => kind !== 'Expectations');
  return objects.length + ignored.length + unsupported.length + named.length > 0;
}
