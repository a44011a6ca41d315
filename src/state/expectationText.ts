import { splitDocuments, type ExpectationDraft, type Place, type SourceFile } from '../engine';
import { documentStore } from './documentStore';

/** The file expectations are written into. */
export const expectationsFile = 'expectations.yaml';

const head = `apiVersion: netpol-playground/v1
kind: Expectations
expectations:
`;

/** Writes an expectation at the end of the workspace's file of them, which is made when there is none. */
export function addExpectation(draft: ExpectationDraft): void {
  const { files, activeFile, addFile, activateFile, replaceText } = documentStore.getState();
  const file = files.find(({ name }) => name === expectationsFile);
  if (file) {
    replaceText(file.id, withExpectation(file.text, draft));
    return;
  }
  addFile(expectationsFile, withExpectation('', draft));
  // The person stays in the text they are in.
  activateFile(activeFile);
}

/** Takes the expectation that stands at a place out of the text; false, and nothing done, where it has no lines of its own. */
export function removeExpectation(place: Place): boolean {
  const { files, replaceText } = documentStore.getState();
  const text = files.find(({ id }) => id === place.file)?.text;
  const left = text === undefined ? null : withoutExpectation(text, place.start, place.end);
  if (left === null) return false;
  replaceText(place.file, left);
  return true;
}

/** All expectations of the workspace as one text, with their comments. */
export function expectationsText(files: readonly SourceFile[]): string {
  return files
    .filter(({ text }) => text.includes('netpol-playground/'))
    .flatMap(({ text }) => splitDocuments(text))
    .filter(({ text }) => /apiVersion["']?[ \t]*:[ \t]*["']?netpol-playground\//.test(text))
    .map(({ text }) => text.replace(/^---[ \t]*\r?\n/, '').trimEnd())
    .join('\n---\n')
    .concat('\n');
}

/** A document with nothing but this expectation. */
export const documentOf = (draft: ExpectationDraft): string => `${head}  - ${itemOf(draft)}\n`;

/** Appends to the list that ends the text, in its own way of indenting; where no list does, a new document. */
export function withExpectation(text: string, draft: ExpectationDraft): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  const dash = dashOfLastList(text);
  const marker = before.trim() === '' ? '' : '---\n';
  const added = dash === null ? `${marker}${documentOf(draft)}` : `${dash}- ${itemOf(draft)}\n`;
  return before + added.replaceAll('\n', newline);
}

/** How far the items of the list of expectations with which the text ends are indented; null: it ends in something else. */
function dashOfLastList(text: string): string | null {
  const lines = text.split(/\r?\n/);
  const last = lines.findLastIndex((line) => /^[^\s#-]/.test(line) || line.startsWith('---'));
  if (!/^expectations[ \t]*:[ \t]*(?:#.*)?$/.test(lines[last] ?? '')) return null;
  const hasHead = lines
    .slice(lastMarker(lines, last), last)
    .some((line) => line.includes('netpol-playground/'));
  if (!hasHead) return null;
  const first = lines.slice(last + 1).find((line) => /^[ \t]*- /.test(line));
  return first === undefined ? '  ' : (/^[ \t]*/.exec(first)?.[0] ?? '  ');
}

function lastMarker(lines: readonly string[], before: number): number {
  return Math.max(
    0,
    lines.slice(0, before).findLastIndex((line) => line.startsWith('---')),
  );
}

/** Null: it shares its lines with something else. */
export function withoutExpectation(text: string, start: number, end: number): string | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(end - 1, start));
  const to = lineEnd === -1 ? text.length : lineEnd + 1;
  const isAlone =
    /^[ \t]*-[ \t]+$/.test(text.slice(from, start)) && /^\s*(?:#.*)?$/.test(text.slice(end, to));
  return isAlone ? text.slice(0, from) + text.slice(to) : null;
}

function itemOf({ want, from, to, ports }: ExpectationDraft): string {
  const [only, another] = ports;
  const port =
    only === undefined
      ? ''
      : `, port: ${another === undefined ? scalar(only) : `[${ports.map(scalar).join(', ')}]`}`;
  return `${want}: { from: ${scalar(from)}, to: ${scalar(to)}${port} }`;
}

/** Quoted where YAML would read something else. */
function scalar(text: string): string {
  return /^[A-Za-z0-9][\w./ -]*$/.test(text) ? text : JSON.stringify(text);
}
