import { stringify } from 'yaml';

/** What can be printed. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** As `kubectl get -o yaml` prints it: sorted keys, lists not indented, long text broken at blanks. */
export function kubectlYaml(value: Value): string {
  return block(value, 0).replace(/^\n/, '') + '\n';
}

const WIDTH = 80;

function block(value: Value, indent: number): string {
  const blanks = ' '.repeat(indent);
  if (Array.isArray(value)) {
    const items: readonly Value[] = value;
    if (items.length === 0) return ' []';
    return items.map((item) => `\n${blanks}- ${block(item, indent + 2).trimStart()}`).join('');
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length === 0) return ' {}';
    return entries
      .map(([key, item]) => {
        const isList = Array.isArray(item);
        return `\n${blanks}${scalar(key, true)}:${block(item, isList ? indent : indent + 2)}`;
      })
      .join('');
  }
  if (typeof value !== 'string') return ` ${String(value)}`;
  if (value.includes('\n')) return ` ${literal(value, indent)}`;
  return ` ${folded(scalar(value, false), indent)}`;
}

function literal(text: string, indent: number): string {
  const blanks = ' '.repeat(Math.max(indent, 2));
  const hint = text.startsWith(' ') ? '2' : '';
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : blanks + line)).join('\n')}`;
}

/** Breaks lines as goyaml does: at a blank between words, behind the eightieth column. */
function folded(text: string, indent: number): string {
  if (text.length < WIDTH) return text;
  const blanks = ' '.repeat(Math.max(indent, 2));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[^ ]) (?=[^ ])/)) {
    if (line.length + indent > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join(text.startsWith('"') ? `\\\n${blanks}\\ ` : `\n${blanks}`);
}

const legacy = /^(?:y|n|yes|no|on|off|[-+]?[0-9][0-9_]*|0b[01]+)$/i;

const time = /^\d{4}-\d{2}-\d{2}T/;

function scalar(text: string, isKey: boolean): string {
  if (text === '' || legacy.test(text) || time.test(text) || text.includes('\t')) return JSON.stringify(text);
  const printed = stringify(text, { lineWidth: 0, singleQuote: true }).trimEnd();
  // goyaml leaves the keys of managed fields without quotes.
  return isKey && /^[kfv]:/.test(text) && !/: | #/.test(text) ? text : printed;
}
