import { Session, type Answer, type CniProfile, type SourceFile } from '../engine';
import { formatDiagnostic } from './format';
import { oneLine } from './oneLine';

/** How input is to be evaluated. */
export interface InputOptions {
  readonly cni: CniProfile;
  /** What has errors may be left out of the answer. */
  readonly skipBroken: boolean;
}

/** What the engine says of the input. */
interface Evaluated {
  readonly session: Session;
  readonly answer: Answer;
  /** It has objects, and none was left out against the user's will. */
  readonly isUsable: boolean;
}

/** Evaluates what was read. What is wrong with it is told on standard error, whatever is done with it. */
export function evaluated(files: readonly SourceFile[], { cni, skipBroken }: InputOptions): Evaluated {
  const session = new Session();
  const answer = session.analyze(files, cni);
  for (const one of answer.diagnostics) console.error(oneLine(formatDiagnostic(one)));
  const problem = problemOf(answer, skipBroken);
  if (problem !== null) console.error(problem);
  return { session, answer, isUsable: problem === null };
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
