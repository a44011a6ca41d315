import { Composer, Parser, CST, stringify, type Document, type ScalarTag, type Tags } from 'yaml';
import { legacyReading, splitDocuments } from '../engine';
import { dropDocumentComments, dropObjectComments, looksPutOutOfUse, withoutLineComments } from './comments';
import { cutLines } from './cutLines';
import { cutObject, cutUnnamed } from './cutYaml';
import { addDropped, newTally, nothingDropped, type DroppedCounts, type Tally } from './droppedCounts';
import { equalKeysIn, writeWithEqualKeys } from './equalKeys';
import { writeYaml } from './writeYaml';
import { projectJson } from './json';
import { isForeignKind, isPolicyKind } from './kindShapes';
import { isPlain } from './plainTokens';
import { mayDrop } from './mayDrop';
import { scrubLines } from './scrubLines';
import { kindOf } from './tokens';
import { whitelistRoot } from './whitelist';

/** Text without what policy does not need, and how much that was. */
export interface Projection {
  readonly text: string;
  readonly dropped: DroppedCounts;
}

/**
 * Leaves out of manifests everything that does not decide connectivity: env, args, Secret data, annotations, status,
 * volumes, probes. Labels, ports, selectors and policies stay as they were written, with their comments. Text in which
 * there is nothing to drop is returned as it is. Never throws; what does not parse is cleaned line by line.
 */
export function projectText(text: string): Projection {
  const projected = splitDocuments(text).map((document) => projectDocument(document.text));
  if (projected.every(({ dropped }) => dropped === nothingDropped)) return { text, dropped: nothingDropped };
  return {
    text: projected.map((document) => document.text).join(''),
    dropped: projected.map((document) => document.dropped).reduce(addDropped),
  };
}

const projectDocument = (source: string): Projection => projectValid(source) ?? projectBroken(source);

/** What is cut out of text that does not parse must not mend it: it would say something else, and look right. */
function projectBroken(source: string): Projection {
  const scrubbed = scrubLines(source);
  if (scrubbed.dropped === nothingDropped || !parses(scrubbed.text) || parses(source)) return scrubbed;
  return { text: damaged(scrubbed.text), dropped: scrubbed.dropped };
}

/** The text, which must be an error to whoever reads it. */
export const asError = (text: string): string => (parses(text) ? damaged(text) : text);

function damaged(text: string): string {
  // Inside of the brackets: what follows them is another value.
  if (/^\s*[[{]/.test(text)) return text.replace(/[\]}]\s*$/, (end) => `[,]${end}`);
  const [ending = ''] = /^\.\.\.[^\n]*\s*$/m.exec(text) ?? [];
  const kept = text.slice(0, text.length - ending.length);
  return `${kept}${kept.endsWith('\n') ? '' : '\n'}${damage}${ending}`;
}

const damage = '# Something in the text that was left out could not be read.\n[\n';

/** Also where aliases lead nowhere, a text cannot be read. */
function parses(source: string): boolean {
  try {
    const { documents } = parseYaml(source);
    for (const document of documents) {
      if (document.errors.length > 0) return false;
      document.toJS();
    }
    return true;
  } catch {
    return false;
  }
}

/** What the YAML parser makes of a text. */
export interface ParsedYaml {
  readonly tokens: readonly CST.Token[];
  readonly documents: readonly Document.Parsed[];
}

/** May throw, where text is nested too deeply. */
export function parseYaml(source: string): ParsedYaml {
  const tokens = [...new Parser().parse(source)];
  const composer = new Composer({
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
    customTags: withLegacyNumbers,
  });
  return { tokens, documents: [...composer.compose(tokens, true, source.length)] };
}

/** Numbers that only kubectl reads as such stay numbers where a document is written anew. */
function withLegacyNumbers(tags: Tags): Tags {
  const usual = tags.filter((tag): tag is ScalarTag => typeof tag === 'object' && 'test' in tag);
  const legacy: ScalarTag = {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    test: /^[-+.\d]/,
    resolve: (source, onError, options) => {
      const tag = usual.find((one) => one.default === true && one.test?.test(source));
      const value = tag ? tag.resolve(source, onError, options) : source;
      const known = typeof value === 'number' ? value : source;
      const range = { start: 0, end: 0 };
      return legacyReading({ kind: 'scalar', range, value: known, source, plain: true }) ?? value;
    },
  };
  return [legacy, ...tags];
}

/**
 * The same for one document, but null when there is something to drop and it cannot be read. What is `parsed` already
 * of it need not be again; it can be used once.
 */
export function projectValid(source: string, parsed?: ParsedYaml): Projection | null {
  if (!mayDrop(source)) return { text: source, dropped: nothingDropped };
  try {
    return (
      (/^\s*[[{]/.test(source) ? projectJson(source, projectTokens) : null) ?? projectYaml(source, parsed)
    );
  } catch {
    // Nested too deeply for the parser, or expanding without bound.
    return null;
  }
}

/** Null when the text is not exactly one valid document. */
function projectYaml(source: string, parsed?: ParsedYaml): Projection | null {
  return projectLines(source) ?? projectTokens(source, parsed);
}

function projectLines(source: string): Projection | null {
  const tally = newTally();
  const text = cutLines(source, tally);
  if (text === null) return null;
  return isNothing(tally) ? { text: source, dropped: nothingDropped } : { text, dropped: tally };
}

/** The thorough way, for every style there is. What the tally counts already has been left out of the source before. */
export function projectTokens(
  source: string,
  parsed: ParsedYaml = parseYaml(source),
  tally: Tally = newTally(),
): Projection | null {
  const { tokens, documents: composed } = parsed;
  if (composed.some(({ errors }) => errors.length > 0)) return null;
  const documents = tokens.filter((token) => token.type === 'document');
  const [document] = documents;
  if (documents.length !== 1 || !document) return null;
  const rewritten = isPlain(document) ? null : rewriteYaml(source, document, composed[0]?.toJS(), tally);
  if (rewritten) return rewritten;

  // The parser hands out directives and comments before the first document by themselves.
  const before = tokens.slice(0, tokens.indexOf(document));
  document.start.unshift(...before.filter(isPrelude));
  if (isPlain(document)) cutDocument(document, source, tally);
  else sweepPolicy(document, source, tally);
  if (isNothing(tally)) return { text: source, dropped: nothingDropped };
  const after = tokens.slice(tokens.indexOf(document));
  return { text: after.map(CST.stringify).join(''), dropped: tally };
}

function cutDocument(document: CST.Document, source: string, tally: Tally): void {
  const cutting = {
    source,
    tally,
    headless: new Set<CST.Token>(),
    carried: new Map<CST.Token, CST.SourceToken>(),
  };
  const kind = kindOf(document.value);
  if (document.value) {
    if (kind === null) cutUnnamed(document, cutting);
    else cutObject(document.value, kind, cutting);
    if (cutting.headless.has(document.value)) document.start = withoutLineComments(document.start, source);
    if (document.value.type === 'block-map' && document.value.items.length === 0) delete document.value;
  }
  dropDocumentComments(document, kind, cutting);
}

/**
 * Anchors and aliases tie places together, so such a document is written anew from its values. Null when nothing of it
 * goes, but perhaps some of the comments of a policy.
 */
function rewriteYaml(
  source: string,
  document: CST.Document,
  value: unknown,
  tally: Tally,
): Projection | null {
  const kept = whitelistRoot(value, tally);
  const equal = equalKeysIn(document.value);
  const kind = kindOf(document.value) ?? kindIn(value);
  if (isNothing(tally) && equal.length === 0 && !hasSuspectComment(source, kind)) return null;
  if (isNothing(tally)) tally.other++;
  const marker = document.start.some((token) => token.type === 'doc-start') ? '---\n' : '';
  // Another value may follow, which only brackets keep apart.
  const isFlow = document.value?.type === 'flow-collection';
  const anew = isFlow ? `${JSON.stringify(kept, null, 2)}\n` : written(kept, kind);
  const text = marker + (equal.length > 0 ? writeWithEqualKeys(kept, equal) : anew);
  return { text: source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text, dropped: tally };
}

function kindIn(value: unknown): string | null {
  const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : null;
  return typeof kind === 'string' ? kind : null;
}

/** In the text, since the places of comments are lost where a document is written anew. */
function hasSuspectComment(source: string, kind: string | null): boolean {
  if (kind !== null && isPolicyKind(kind)) return false;
  if (kind !== null && (isForeignKind(kind) || kind.endsWith('List'))) return /(?:^|\s)#/.test(source);
  return looksPutOutOfUse(source);
}

function sweepPolicy(document: CST.Document, source: string, tally: Tally): void {
  const sweep = { source, tally };
  const kind = 'NetworkPolicy';
  if (document.value) dropObjectComments(document.value, kind, sweep);
  dropDocumentComments(document, kind, sweep);
}

/** Of most kinds nothing but plain values survives, and those are quickly written. */
function written(value: unknown, kind: string | null): string {
  return kind === null || isPolicyKind(kind) || kind.endsWith('List')
    ? stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
    : writeYaml(value);
}

const isNothing = (tally: Tally): boolean => Object.values(tally).every((count) => count === 0);

/** What can stand before a document: directives, comments, line ends, a byte order mark. */
const isPrelude = (token: CST.Token): token is CST.SourceToken =>
  'source' in token && token.type !== 'error' && !CST.isScalar(token);
