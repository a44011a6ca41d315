import { t } from '../../language/t';
import type { Diagnostic } from '../diagnostic';
import { noSourceSentence } from '../loopback';
import { isLoopback } from '../model/address';
import { decodeThoroughly } from '../model/decodeDocument';
import {
  asList,
  asMap,
  asString,
  fieldOf,
  listAt,
  mapAt,
  spotOf,
  textAt,
  type Field,
  type MapField,
} from '../model/fields';
import type { ExpectationsObject } from '../model/objects';
import { createProblems, didYouMean, type Problems } from '../model/problems';
import { refuseUnknownFields } from '../model/unknownFields';
import { splitDocuments } from '../parse/splitDocuments';
import type { Range } from '../source';
import type { Expectation, ExpectedEnd, ExpectedPort, Want } from './expectation';
import { parseEnd } from './parseEnd';
import { parsePort } from './parsePort';

/** What a document of kind Expectations says. Ranges count from its start. */
interface ReadDocument {
  readonly items: readonly (
    | { readonly range: Range; readonly expectation: Expectation }
    | { readonly range: Range; readonly problem: string }
  )[];
  readonly diagnostics: readonly Diagnostic[];
}

const API_VERSION = 'netpol-playground/v1';
const wants: readonly Want[] = ['allow', 'block'];

const known = new WeakMap<ExpectationsObject, ReadDocument>();

/** Reads a document, once: its expectations stay the same objects as long as its text does. */
export function readExpectations(object: ExpectationsObject): ReadDocument {
  let read = known.get(object);
  if (!read) known.set(object, (read = readDocument(object)));
  return read;
}

/** What is wrong with a document of expectations. */
export const proofread = (object: ExpectationsObject): readonly Diagnostic[] =>
  readExpectations(object).diagnostics;

/** The expectations of a text that is none of the user's files. */
export function expectationsIn(text: string): ReadDocument['items'] {
  return splitDocuments(text)
    .flatMap((document) => decodeThoroughly(document.text, 'document').objects)
    .flatMap((object) => (object.kind === 'Expectations' ? readExpectations(object).items : []));
}

function readDocument({ tree, range, doubts }: ExpectationsObject): ReadDocument {
  if (tree === null) {
    return { items: [{ range, problem: t`The document cannot be parsed.` }], diagnostics: [] };
  }
  const diagnostics: Diagnostic[] = [];
  const problems = createProblems((diagnostic) => diagnostics.push(diagnostic));
  const root: MapField = { tree, path: '', at: tree.entries[0]?.keyRange ?? range };
  checkHead(root, problems);
  const first = diagnostics[0];
  const head = first ? [{ range: first.range, problem: sentence(first.message) }] : [];
  const items = listAt(root, 'expectations', problems).map((field): ReadDocument['items'][number] => {
    const before = diagnostics.length;
    const expectation = readExpectation(field, problems);
    const own = field.tree.range;
    const [error] = diagnostics.slice(before).filter(({ severity }) => severity === 'error');
    if (error) return { range: own, problem: sentence(error.message) };
    const isDoubtful = doubts.some(({ start, end }) => own.start <= start && end <= own.end);
    if (expectation === null || isDoubtful) return { range: own, problem: t`Its text has an error.` };
    return { range: own, expectation };
  });
  return { items: [...head, ...items], diagnostics };
}

/** The fields of a document of this program's own, in its own words. */
function allowOnly(map: MapField, known: readonly string[], problems: Problems): void {
  refuseUnknownFields(map, known, problems, (path) => t`unknown field "${path}"`);
}

/** Everything but the list. */
function checkHead(root: MapField, problems: Problems): void {
  allowOnly(root, ['apiVersion', 'kind', 'metadata', 'expectations'], problems);
  const [apiVersion, kind] = [textAt(root, 'apiVersion', problems), textAt(root, 'kind', problems)];
  if (apiVersion !== API_VERSION || kind !== 'Expectations') {
    const refused = `no matches for kind "${kind ?? ''}" in version "${apiVersion ?? ''}"`;
    problems.error(
      'wrong-api-version',
      spotOf(root, apiVersion === API_VERSION ? 'kind' : 'apiVersion'),
      didYouMean(refused, `${API_VERSION} Expectations`),
    );
  }
  const metadata = mapAt(root, 'metadata', problems);
  if (metadata === null) return;
  allowOnly(metadata, ['name'], problems);
  textAt(metadata, 'name', problems);
}

/** One item: `allow` or `block`, and perhaps a name; null: it is none, which was reported. */
export function readExpectation(field: Field, problems: Problems): Expectation | null {
  const map = asMap(field, problems);
  if (map === null) return null;
  allowOnly(map, [...wants, 'name'], problems);
  const name = textAt(map, 'name', problems);
  const written = wants.filter((want) => fieldOf(map, want) !== null);
  const [want, another] = written;
  if (want === undefined) {
    problems.error('required', map, t`say what must hold: allow or block`);
    return null;
  }
  if (another !== undefined) {
    problems.error('forbidden', map, t`only one of allow and block may be given`);
    return null;
  }
  const body = mapAt(map, want, problems);
  if (body === null) return null;
  allowOnly(body, ['from', 'to', 'port'], problems);
  const from = readEnd(body, 'from', problems);
  const to = readEnd(body, 'to', problems);
  const ports = readPorts(body, problems);
  if (from === null || to === null || ports === null) return null;
  const areOutside = [from, to].every(({ kind }) => kind === 'outside');
  if (areOutside) {
    problems.error(
      'invalid',
      spotOf(body, 'to'),
      t`both ends are outside the cluster, where no policy decides`,
    );
    return null;
  }
  return { want, name, from, to, ports };
}

function readEnd(body: MapField, key: 'from' | 'to', problems: Problems): ExpectedEnd | null {
  const field = fieldOf(body, key);
  if (field === null) {
    problems.error('required', spotOf(body, key), key === 'from' ? t`say who connects` : t`say to whom`);
    return null;
  }
  const text = asString(field, problems);
  const end = text === null ? null : told(parseEnd(text), field, problems);
  if (key === 'from' && end?.kind === 'addresses' && isLoopback(end)) {
    problems.error('invalid', field, noSourceSentence(end.text));
    return null;
  }
  return end;
}

/** Null: one of them is none. */
function readPorts(body: MapField, problems: Problems): readonly ExpectedPort[] | null {
  const field = fieldOf(body, 'port');
  if (field === null) return [];
  const fields = field.tree.kind === 'list' ? (asList(field, problems) ?? []) : [field];
  const ports = fields.map((one) => readPort(one, problems));
  return ports.every((port) => port !== null) ? ports : null;
}

function readPort(field: Field, problems: Problems): ExpectedPort | null {
  const { tree } = field;
  const isNumber = tree.kind === 'scalar' && typeof tree.value === 'number';
  const text = isNumber ? tree.source : asString(field, problems);
  return text === null ? null : told(parsePort(text), field, problems);
}

/** Reports the sentence that stands for something unreadable. */
function told<T>(read: T | string, field: Field, problems: Problems): T | null {
  if (typeof read !== 'string') return read;
  problems.error('invalid', field, read);
  return null;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?]$/.test(message) ? '' : '.'}`;
}
