const LESSON = /^---\n([^]*?)^---\n([^]*)$/m;
const FILE = /^(`{3,})\w* file=[^]*?^\1$/gm;

/**
 * The whole lesson, in other words: a translation has a head with the keys that are words, `names` for the goals that
 * have one, the text, and from its one heading on what is shown in the end. All else is the English lesson's.
 */
export function translated(english: string, words: string): string {
  const [, englishHead = '', englishBody = ''] = cut(english);
  const [, head = '', body = ''] = cut(words);
  const { names = '', ...said } = entriesOf(head);
  const { goals = '', ...rest } = entriesOf(englishHead);
  const entries = { ...rest, ...said, goals: named(goals, names) };
  const [text = '', why = ''] = body.split(/^(?=## )/m);
  const files = englishBody.match(FILE) ?? [];
  return `---\n${Object.values(entries).join('')}---\n${text}${files.join('\n\n')}\n\n${why}`;
}

/** What it is all together, its head, and its body. */
const cut = (text: string): readonly string[] => LESSON.exec(text.replaceAll('\r\n', '\n')) ?? [];

/** Each key of a head with its lines. */
function entriesOf(head: string): Readonly<Record<string, string>> {
  return Object.fromEntries(head.split(/^(?=\w)/m).map((lines) => [lines.split(':', 1)[0] ?? '', lines]));
}

/** The goals with other names, in their order. */
function named(goals: string, names: string): string {
  const left = [...names.matchAll(/^ +- (.*)$/gm)].map(([, name]) => name);
  return goals.replace(/^( +name: )(.*)$/gm, (_, key: string, name: string) => key + (left.shift() ?? name));
}
