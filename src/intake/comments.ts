import { CST } from 'yaml';
import type { Tally } from './droppedCounts';
import { isForeignKind, isPolicyKind } from './kindShapes';
import { secretComments } from './secretComments';
import { namesSecret } from './secretNames';

/**
 * Which comments go. secrets: of a person's notes only what can hold one. settings: lines that look like
 * settings put out of use (`# - name: PASSWORD`). lines: every comment that has a line of its own. every:
 * those after a value as well.
 */
type Going = 'secrets' | 'settings' | 'lines' | 'every';

interface Sweep {
  readonly tally: Tally;
  readonly source: string;
}

const key = /(?<![\w.-])([\w.-]+)["']?[^\S\n]*([:=])/g;
const setting = /^(?:env|envFrom|args|command|data|stringData|binaryData|annotations|value|valueFrom)$/;

/** A comment that could be a container's or Secret's setting put out of use. */
export function looksPutOutOfUse(text: string): boolean {
  if (!text.includes('#')) return false;
  for (const { index, 1: name = '', 2: sign } of text.matchAll(key)) {
    const isSetting = (sign === ':' && setting.test(name)) || namesSecret(name);
    if (isSetting && isBehindHash(text, index)) return true;
  }
  return false;
}

/** From the key back, not from the hash on: of long rows of signs each is looked at once. */
function isBehindHash(text: string, key: number): boolean {
  let at = key - 1;
  if (text[at] === '"' || text[at] === "'") at--;
  while (at >= 0 && /[^\S\n]|-/.test(text.charAt(at))) at--;
  return text[at] === '#';
}

/** Drops the comments of one object that may hold what was dropped of it: few in a policy, most in a container. */
export function dropObjectComments(token: CST.Token, kind: string, sweep: Sweep): void {
  if (isPolicyKind(kind)) sweepToken(token, 'secrets', sweep);
  else sweepToken(token, isForeignKind(kind) ? 'every' : 'settings', sweep);
}

/** The same of what has no kind; where that is no manifest, none of its comments is needed. */
export function dropUnnamedComments(token: CST.Token, isForeign: boolean, sweep: Sweep): void {
  sweepToken(token, isForeign ? 'every' : 'secrets', sweep);
}

/** The same for the comments before and after the object of a document. `kind` is null when it has none. */
export function dropDocumentComments(document: CST.Document, kind: string | null, sweep: Sweep): void {
  const isSecret = kind === 'Secret' || kind === 'ConfigMap';
  const isPolicy = kind !== null && isPolicyKind(kind);
  document.start = swept(document.start, isPolicy ? 'secrets' : isSecret ? 'every' : 'settings', sweep);
  const going = isPolicy ? 'secrets' : kind !== null && isForeignKind(kind) ? 'every' : 'settings';
  if (document.end) document.end = swept(document.end, going, sweep);
}

function sweepToken(token: CST.Token | null | undefined, going: Going, sweep: Sweep): void {
  if (!token) return;
  if (CST.isCollection(token)) {
    for (const item of token.items) sweepItem(item, going, sweep);
  } else if (token.type === 'block-scalar' && going === 'every') {
    const props = token.props.filter((prop) => prop.type !== 'comment');
    sweep.tally.other += token.props.length - props.length;
    token.props = props;
  }
  if ('end' in token) token.end = swept(token.end, going, sweep);
}

function sweepItem(item: CST.CollectionItem, going: Going, sweep: Sweep): void {
  item.start = swept(item.start, going, sweep);
  if (item.sep) item.sep = swept(item.sep, going, sweep);
  const key = item.key && CST.isScalar(item.key) ? item.key.source : '';
  // The items of a list are objects of their own, swept by their own kind.
  if (key === 'items' && going === 'settings' && item.value && CST.isCollection(item.value)) {
    for (const listed of item.value.items) listed.start = swept(listed.start, going, sweep);
    return;
  }
  const inContainers = going === 'settings' && (key === 'containers' || key === 'initContainers');
  sweepToken(item.value, inContainers ? 'lines' : going, sweep);
}

/** Drops the comments that end an entry: what comes after it is gone, and they may have been about that. */
export function dropTrailingComments(item: CST.CollectionItem, source: string): void {
  const { value } = item;
  if (value && CST.isCollection(value) && value.type !== 'flow-collection') {
    const last = value.items.at(-1);
    if (last) dropTrailingComments(last, source);
  } else if (value && 'end' in value) {
    value.end = withoutLineComments(value.end, source);
  } else if (item.sep) {
    item.sep = withoutLineComments(item.sep, source);
  } else if (!value) {
    item.start = withoutLineComments(item.start, source);
  }
}

/** The tokens without the comments that have a line of their own, and without those lines. */
export function withoutLineComments(tokens: CST.SourceToken[], source: string): CST.SourceToken[] {
  return without(tokens, (token) => token.type === 'comment' && hasOwnLine(token, source), source);
}

function swept(tokens: CST.SourceToken[], going: Going, sweep: Sweep): CST.SourceToken[] {
  const comments = tokens.filter((token) => token.type === 'comment');
  if (comments.length === 0) return tokens;
  const isSuspect = comments.some((comment) => looksPutOutOfUse(comment.source));
  const isNoted = going === 'secrets' || (going === 'settings' && !isSuspect);
  const secrets = isNoted ? secretsIn(sweep) : null;
  const goes = (token: CST.SourceToken): boolean =>
    token.type === 'comment' &&
    (secrets?.has(token.offset) ?? (going === 'every' || hasOwnLine(token, sweep.source)));
  sweep.tally.other += comments.filter(goes).length;
  return without(tokens, goes, sweep.source);
}

/** Comments go together with the blanks before them, and with the line end if the line was theirs alone. */
function without(
  tokens: CST.SourceToken[],
  goes: (token: CST.SourceToken) => boolean,
  source: string,
): CST.SourceToken[] {
  return tokens.filter((token, index) => {
    const previous = tokens[index - 1];
    const next = tokens[index + 1];
    if (token.type === 'space') return !(next && goes(next));
    if (token.type === 'newline') return !(previous && goes(previous) && hasOwnLine(previous, source));
    return !goes(token);
  });
}

/** Nothing but blanks before it on its line. */
function hasOwnLine(comment: CST.SourceToken, source: string): boolean {
  const lineStart = source.lastIndexOf('\n', comment.offset - 1) + 1;
  return source.slice(lineStart, comment.offset).trim() === '';
}

const found = new WeakMap<Sweep, ReadonlySet<number>>();

/** Looked for once in each document: what a comment is can depend on those before it. */
function secretsIn(sweep: Sweep): ReadonlySet<number> {
  const secrets = found.get(sweep) ?? secretComments(sweep.source);
  found.set(sweep, secrets);
  return secrets;
}
