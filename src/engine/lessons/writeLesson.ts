import type { CniProfile } from '../answer';
import type { ExpectationDraft } from '../expectations/draft';
import { defaultLanguage, type LessonFile, type LessonLevel } from './lesson';
import { whyHeadings } from './sections';

/** What a lesson is written of. */
export interface LessonDraft {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly level: LessonLevel;
  readonly minutes: number | null;
  readonly concepts: readonly string[];
  readonly cni: { readonly start: CniProfile; readonly solution: CniProfile };
  /** `name`: told in place of the goal; null: the goal is. */
  readonly goals: readonly (ExpectationDraft & { readonly name: string | null })[];
  /** In Markdown, like the two texts. */
  readonly hints: readonly string[];
  readonly text: string;
  /** Without its heading; empty: nothing. */
  readonly why: string;
  readonly files: readonly Pick<LessonFile, 'name' | 'isReadOnly' | 'start' | 'solution'>[];
}

/** Writes a lesson as somebody would by hand; read again, it says the same. */
export function writeLesson(draft: LessonDraft): string {
  const { id, title, summary, language, level, minutes, concepts, cni, goals, hints, text, why, files } =
    draft;
  const head = [
    'lesson: 1',
    `id: ${scalar(id)}`,
    `title: ${scalar(title)}`,
    `summary: ${scalar(summary)}`,
    ...(language === defaultLanguage ? [] : [`language: ${scalar(language)}`]),
    `level: ${level}`,
    ...(minutes === null ? [] : [`minutes: ${String(minutes)}`]),
    ...(concepts.length === 0 ? [] : [`concepts: [${concepts.map(scalar).join(', ')}]`]),
    ...pluginLines(cni),
    'goals:',
    ...goals.flatMap(goalLines),
    ...(hints.length === 0 ? [] : ['hints:', ...hints.flatMap(hintLines)]),
  ];
  const parts = [
    `---\n${head.join('\n')}\n---`,
    text.trim(),
    ...files.map(({ name, isReadOnly, start }) =>
      block(`file=${name} ${isReadOnly ? 'readonly' : 'start'}`, start),
    ),
    ...files.flatMap(({ name, solution }) =>
      solution === null ? [] : [block(`file=${name} solution`, solution)],
    ),
    ...(why.trim() === '' ? [] : [`## ${whyHeadings[language] ?? 'Why'}`, why.trim()]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function pluginLines({ start, solution }: LessonDraft['cni']): readonly string[] {
  if (start !== solution) return [`cni: { start: ${start}, solution: ${solution} }`];
  return start === 'spec' ? [] : [`cni: ${start}`];
}

function goalLines({ want, from, to, ports, name }: LessonDraft['goals'][number]): readonly string[] {
  const [first = '', another] = ports;
  const port = another === undefined ? scalar(first) : `[${ports.map(scalar).join(', ')}]`;
  const written = ports.length === 0 ? '' : `, port: ${port}`;
  return [
    `  - ${want}: { from: ${scalar(from)}, to: ${scalar(to)}${written} }`,
    ...(name === null ? [] : [`    name: ${scalar(name)}`]),
  ];
}

function hintLines(hint: string): readonly string[] {
  const text = hint.trim();
  const isPlain = text.includes('\n') && /^\S/.test(text) && !/[^\n\x20-\x7e\u00a0-\ud7ff]/.test(text);
  if (!isPlain) return [`  - ${scalar(text)}`];
  return ['  - |', ...text.split('\n').map((line) => (line.trim() === '' ? '' : `    ${line}`))];
}

/** A number stays one: it can only be a port. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z0-9][\w ./*-]*$/.test(text) &&
    !text.endsWith(' ') &&
    !/^(?:[\d._]+(?:e\d+)?|0[xo]\w+|true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain || /^[1-9]\d*$/.test(text) ? text : JSON.stringify(text);
}

function block(words: string, content: string): string {
  const longest = Math.max(2, ...(content.match(/^ {0,3}`+/gm) ?? []).map((marks) => marks.trim().length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml ${words}\n${content}${content === '' || content.endsWith('\n') ? '' : '\n'}${fence}`;
}
