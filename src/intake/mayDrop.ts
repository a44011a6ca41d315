import { isPolicyKind } from './kindShapes';
import { secretComments } from './secretComments';
import { mayTellSecret, tellsSecret } from './secretNames';

/** The document's own, as a person writes it, not one of something inside it. */
const ownKind = /^\uFEFF?["']?kind["']?[ \t]*:/m;
const kindKey = /(?<![\w./-])kind["']?[ \t]*:[ \t]*["']?([A-Za-z]*)/g;
const droppedOfPolicy =
  /(?<![\w./-])(?:annotations|managedFields|uid|resourceVersion|creationTimestamp|generation|selfLink|finalizers|status)["']?[ \t]*:/;

/**
 * A quick look, without parsing: false is certain, true only means that it is worth parsing. Spares policies, which
 * are typed all the time, the parser.
 */
export function mayDrop(document: string): boolean {
  if (!document.includes(':')) return tellsSecret(document);
  // Escapes and complex keys could hide a key from this look.
  if (document.includes('\\') || /(?:^|\n)[ \t]*\?[ \t]/.test(document)) return true;
  if (!ownKind.test(document) || !kindsIn(document).every(isPolicyKind) || droppedOfPolicy.test(document))
    return true;
  return mayTellSecret(document) || secretComments(document).size > 0;
}

/** The same kind of look: every kind that the text names is a policy's. */
export function holdsPoliciesOnly(document: string): boolean {
  const kinds = kindsIn(document);
  return kinds.length > 0 && kinds.every(isPolicyKind);
}

const kindsIn = (document: string): readonly string[] =>
  Array.from(document.matchAll(kindKey), (match) => match[1] ?? '');
