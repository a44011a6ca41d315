import { Composer, Parser, Lexer, type Document, type ParsedNode, type YAMLParseError } from 'yaml';
import { t } from '../../language/t';
import type { Report } from '../diagnostic';
import type { Range } from '../source';
import { MAX_DEPTH } from './limits';
import { parseJson } from './parseJson';
import type { Tree } from './tree';
import { treeOf } from './treeOf';

/**
 * The tree of one document (as `splitDocuments` gives it). null: there is nothing to use, because the document is
 * empty or holds only comments (nothing is reported), or because it is broken (an error is reported; what a tolerant
 * reader could still make of it is not used, for it might not be what was meant).
 */
export type Parse = (text: string, report: Report) => Tree | null;

/** By the real parsers, for any JSON and YAML there is. */
export const parseThoroughly: Parse = (text, report) => parseJson(text, report) ?? parseYaml(text, report);

function parseYaml(text: string, report: Report): Tree | null {
  // Most likely a chart's: then nothing else that could be said would help.
  const isTemplate = /^[^#\n]*\{\{.*\}\}/m.test(text);
  const tell: Report = (told) => {
    if (!isTemplate || told.severity !== 'error') report(told);
    else
      report({
        ...told,
        message: t`${told.message} (this looks like a template: use what "helm template" prints)`,
      });
  };
  const composed = compose(withoutInnerMarks(text));
  if (composed.error !== null) {
    const { code, message, range } = composed.error;
    tell({ code, severity: 'error', message, path: '', range: clipped(range, text) });
    return null;
  }
  const tree = composed.contents === null ? null : treeOf(composed.contents, text, tell);
  return tree?.kind === 'scalar' && tree.value === null ? null : tree;
}

/**
 * Files that are joined may leave a byte order mark behind the marker of a document. Every character of the content
 * keeps its place: the mark becomes a blank at the end of the line before.
 */
function withoutInnerMarks(text: string): string {
  const prelude = /^(?:\uFEFF?(?:%.*|(?:---)?[ \t]*(?:#.*)?)\r?\n)+\uFEFF+/.exec(text)?.[0];
  if (prelude === undefined) return text;
  const moved = prelude.replace(/(\r?\n)(\uFEFF+)/g, (_, end: string, marks: string) =>
    ' '.repeat(marks.length).concat(end),
  );
  return moved + text.slice(prelude.length);
}

interface Composed {
  readonly contents: ParsedNode | null;
  readonly error: {
    readonly code: 'yaml-syntax' | 'yaml-alias';
    readonly message: string;
    readonly range: Range;
  } | null;
}

const options = {
  schema: 'core', // also under a %YAML 1.1 directive
  merge: false, // merge keys are resolved in treeOf, which knows the ranges
  uniqueKeys: false, // likewise
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The steps of `parseDocument` of the yaml package, with a look at the depth before its recursive part. */
function compose(text: string): Composed {
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) {
      const range = { start: parser.offset, end: parser.offset + 1 };
      return { contents: null, error: { code: 'yaml-syntax', message: 'exceeded max depth', range } };
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));

  const [document, another] = documents;
  const error = document?.errors[0] ?? another?.errors[0];
  if (error) return { contents: null, error: described(error) };
  if (another) {
    const [start, end] = another.range;
    return {
      contents: null,
      error: { code: 'yaml-syntax', message: t`expected one document`, range: { start, end } },
    };
  }
  return { contents: document?.contents ?? null, error: null };
}

function described(error: Pick<YAMLParseError, 'pos' | 'code' | 'message'>): Composed['error'] {
  const [start, end] = error.pos;
  const code = error.code === 'BAD_ALIAS' || error.code === 'ALIAS_PROPS' ? 'yaml-alias' : 'yaml-syntax';
  const [said = ''] = error.message.split('\n', 1);
  const message = error.code === 'MULTILINE_IMPLICIT_KEY' ? t`${said} (is a colon missing?)` : said;
  return { code, message, range: { start, end } };
}

/** At least one character where there is one, and inside the text: the reader also points behind its end. */
function clipped(range: Range, text: string): Range {
  const last = text.trimEnd().length;
  const start = Math.min(range.start, Math.max(last - 1, 0));
  return { start, end: Math.min(Math.max(range.end, start + 1), text.length) };
}
