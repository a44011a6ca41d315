import { Session, type Answer, type CniProfile, type SourceFile } from '../engine';
import { formatDiagnostic } from './format';
import { oneLine } from './oneLine';

/** How input is to be evaluated. */
export interface InputOptions {
  readonly cni: CniProfile;
}

/** What the engine says of the input. */
interface Evaluated {
  readonly session: Session;
  readonly answer: Answer;
  /** It has objects, if only with errors. */
  readonly isUsable: boolean;
}

/**
 * Evaluates what was read. What is wrong with it is told on standard error, but where `format` is JSON: then it is part
 * of the answer.
 */
export function evaluated(
  files: readonly SourceFile[],
  { cni }: InputOptions,
  format: 'text' | 'json',
): Evaluated {
  const session = new Session();
  const answer = session.analyze(files, cni);
  const isUsable = hasObjects(answer);
  if (format === 'text') tell(answer);
  if (!isUsable) console.error('There is no Kubernetes object in the input.');
  return { session, answer, isUsable };
}

/** What is missing in an answer would look like something that is blocked: it is said at the end, where it is seen. */
function tell({ diagnostics, complete, receipt }: Answer): void {
  for (const one of diagnostics) console.error(oneLine(formatDiagnostic(one)));
  const count = receipt.rejected.length;
  if (complete || count === 0) return;
  console.error(
    count === 1
      ? 'An object cannot be used and is left out: see the errors above.'
      : `${String(count)} objects cannot be used and are left out: see the errors above.`,
  );
}

/** Something in the input is an object, if only one with errors. */
function hasObjects({ receipt: { used, ignored, unsupported, rejected } }: Answer): boolean {
  const named = rejected.filter(({ kind }) => kind !== 'document');
  const objects = used.filter(({ kind }) => kind !== 'Expectations');
  return objects.length + ignored.length + unsupported.length + named.length > 0;
}
