import { t } from '../../language/t';
import type { CniProfile } from '../answer';
import type { Expectation } from '../expectations/expectation';
import { readExpectation } from '../expectations/readExpectations';
import { sentenceOf } from '../expectations/words';
import type { MapField } from '../model/fields';
import { createProblems } from '../model/problems';
import { parseDocument } from '../parse/parseDocument';
import type { Range } from '../source';
import { HeadReader, type TellProblem } from './headReader';
import { defaultLanguage, lessonLevels, type Lesson, type LessonGoal } from './lesson';
import { readBlocks } from './markdown';

/** What stands in the front matter. */
export type LessonHead = Omit<Lesson, 'text' | 'why' | 'files'>;

/** The version of the format that is read here. */
const VERSION = 1;

/** The keys there are. */
export const headKeys = [
  'lesson',
  'id',
  'title',
  'summary',
  'language',
  'level',
  'minutes',
  'concepts',
  'cni',
  'goals',
  'hints',
  'tolerate',
] as const;

const profiles: readonly CniProfile[] = ['spec', 'cilium', 'none'];

/**
 * Reads the front matter, which begins at an offset of the lesson; ranges count from the start of that. What is missing
 * or wrong is told, and stands as empty. Null: there is nothing to read.
 */
export function readHead(text: string, start: number, tellProblem: TellProblem): LessonHead | null {
  const moved = (range: Range): Range => ({ start: range.start + start, end: range.end + start });
  const tell: TellProblem = (code, range, message, severity) => {
    tellProblem(code, moved(range), message, severity);
  };
  const faults: string[] = [];
  const tree = parseDocument(text, ({ range, message, severity }) => {
    faults.push(message);
    tell('yaml', range, sentence(plainer(message)), severity === 'error' ? 'error' : 'warning');
  });
  const all = { start: 0, end: text.length };
  if (tree?.kind !== 'map') {
    if (faults.length === 0) {
      tell('yaml', tree?.range ?? { start: 0, end: 0 }, t`The front matter must be a map of keys.`);
    }
    return null;
  }
  const root: MapField = { tree, path: '', at: tree.entries[0]?.keyRange ?? all };
  const reader = new HeadReader(root, tell);
  reader.allowOnly(headKeys);
  readVersion(reader);
  return {
    id: readId(reader) ?? '',
    title: readLine(reader, 'title', t`title is missing: how is the lesson called?`) ?? '',
    summary: readLine(reader, 'summary', t`summary is missing: what is it about, in one line?`) ?? '',
    language: readLanguage(reader) ?? defaultLanguage,
    level: reader.oneOf('level', lessonLevels) ?? 'everyday',
    minutes: reader.wholeNumber('minutes', 1, 240),
    concepts: reader.texts('concepts'),
    cni: readPlugin(reader, tell),
    goals: readGoals(reader, tell).map((goal) => ({ ...goal, range: moved(goal.range) })),
    hints: reader.texts('hints').map(readBlocks),
    tolerated: readTolerated(reader, tell),
  };
}

/** The mistake everybody makes once: `title: Exam: zero trust`. */
function plainer(message: string): string {
  return message.startsWith('Nested mappings')
    ? t`A text with a colon in it has to stand in quotes`
    : message;
}

function readVersion(reader: HeadReader): void {
  const field = reader.required(
    'lesson',
    t`lesson is missing: it says which version of the format this is; write lesson: 1.`,
  );
  if (!field) return;
  const value = field.tree.kind === 'scalar' ? field.tree.value : null;
  if (value === VERSION) return;
  const isNewer = typeof value === 'number' && value > VERSION;
  const message = isNewer
    ? t`This lesson is written for a newer version of the program.`
    : t`Write lesson: 1.`;
  reader.refuse('lesson', 'bad-value', message);
}

function readId(reader: HeadReader): string | null {
  if (!reader.required('id', t`id is missing: progress is kept under it.`)) return null;
  const id = reader.text('id');
  if (id === null || (id.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))) return id;
  return reader.refuse('id', 'bad-value', t`An id is made of small letters, digits and dashes: one-client.`);
}

function readLine(reader: HeadReader, key: string, missing: string): string | null {
  return reader.required(key, missing) && reader.text(key);
}

/** A primary tag and perhaps more: `de`, `pt-BR`, `zh-Hans`. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function readLanguage(reader: HeadReader): string | null {
  const language = reader.text('language');
  if (language === null || LANGUAGE.test(language)) return language;
  return reader.refuse('language', 'bad-value', t`A language is written as a tag of BCP 47: de, or pt-BR.`);
}

/** `cni: none`, or `cni: {start: none, solution: spec}`. */
function readPlugin(reader: HeadReader, tell: TellProblem): LessonHead['cni'] {
  const field = reader.field('cni');
  if (field?.tree.kind !== 'map') {
    const one = reader.oneOf('cni', profiles) ?? 'spec';
    return { start: one, solution: one };
  }
  const inner = new HeadReader({ ...field, tree: field.tree }, tell);
  inner.allowOnly(['start', 'solution']);
  const start = inner.oneOf('start', profiles) ?? 'spec';
  return { start, solution: inner.oneOf('solution', profiles) ?? start };
}

function readGoals(reader: HeadReader, tell: TellProblem): readonly LessonGoal[] {
  if (!reader.required('goals', t`goals is missing: what must be allowed, what must be blocked?`)) return [];
  const items = reader.list('goals');
  if (items.length === 0 && reader.field('goals')?.tree.kind === 'list') {
    reader.refuse('goals', 'missing-key', t`goals is empty: a lesson needs at least one.`);
  }
  return items.flatMap((item) => {
    const expectation = readExpectation(item, goalProblems(tell));
    if (expectation === null) return [];
    return [{ expectation, sentence: sentenceOf(expectation), range: item.tree.range }];
  });
}

function readTolerated(reader: HeadReader, tell: TellProblem): readonly Expectation[] {
  return reader.list('tolerate').flatMap((item) => {
    const expectation = readExpectation(item, goalProblems(tell));
    if (expectation === null) return [];
    const isUsable =
      expectation.want === 'allow' &&
      [expectation.from, expectation.to].every(({ kind }) => kind !== 'addresses') &&
      expectation.ports.every((port) => !('name' in port));
    if (isUsable) return [expectation];
    const message = t`What is tolerated is written as allow, between pods or the outside, with numbers of ports.`;
    tell('bad-value', item.tree.range, message);
    return [];
  });
}

const goalProblems = (tell: TellProblem): ReturnType<typeof createProblems> =>
  createProblems(({ range, message, severity }) => {
    tell('goal', range, sentence(message), severity === 'error' ? 'error' : 'warning');
  });

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!]$/.test(message) ? '' : '.'}`;
}
