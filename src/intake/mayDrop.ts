import { looksPutOutOfUse } from './comments';
import { isPolicyKind } from './kindShapes';
import { secretComments } from './secretComments';

const kindKey = /(?<![\w./-])kind["']?[ \t]*:[ \t]*["']?([A-Za-z]*)/g;
const droppedOfPolicy =
  /(?<![\w./-])(?:annotations|managedFields|uid|resourceVersion|creationTimestamp|generation|selfLink|finalizers|status)["']?[ \t]*:/;
const secretKey =
  /(?<![\w./-])(?:env|envFrom|args|command|data|stringData|binaryData|annotations|managedFields)["']?[ \t]*:/;

/**
 * A quick look, without parsing: false is certain, true only means that it is worth parsing. Spares policies, which
 * are typed all the time, the parser.
 */
export function mayDrop(document: string): boolean {
  if (!document.includes(':')) return false;
  // Escapes and complex keys could hide a key from this look.
  if (document.includes('\\') || /(?:^|\n)[ \t]*\?[ \t]/.test(document)) return true;
  const kinds = kindsIn(document);
  if (kinds.length === 0) return secretKey.test(document) || looksPutOutOfUse(document);
  if (!kinds.every(isPolicyKind) || droppedOfPolicy.test(document) || secretKey.test(document)) return true;
  return secretComments(document).size > 0;
}

/** The same kind of look: every kind that the text names is a policy's. */
export function holdsPoliciesOnly(document: string): boolean {
  const kinds = kindsIn(document);
  return kinds.length > 0 && kinds.every(isPolicyKind);
}

const kindsIn = (document: string): readonly string[] =>
  Array.from(document.matchAll(kindKey), (match) => match[1] ?? '');
