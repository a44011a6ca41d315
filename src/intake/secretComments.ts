import { isForeignKind } from './kindShapes';
import { isLabelValue, namesSecret } from './secretNames';
import { holdsLabels } from './shape';

/** A comment that has a line of its own, read as if it was not one. */
interface Line {
  /** Of its hash. */
  readonly offset: number;
  readonly text: string;
  readonly column: number;
  readonly key: Key | null;
}

interface Key {
  readonly name: string;
  /** Behind the dashes of list items. */
  readonly column: number;
  readonly isItem: boolean;
  readonly sign: string;
  readonly value: string;
}

const nested = /^(?:env|envFrom|data|stringData|binaryData|annotations|managedFields|valueFrom)$/;
const inFlow = /[{,]\s*["']?([\w.-]+)["']?\s*:\s*[^\s,}]/g;

/**
 * Where the comments begin that look like settings put out of use and can hold a secret. A person's words stay, and so
 * do parts of policies that were put out of use.
 */
export function secretComments(source: string): ReadonlySet<number> {
  const going = new Set<number>();
  if (source.includes('#')) for (const run of runsOf(source)) sift(run, going);
  return going;
}

/** Comments with nothing but blank lines between them. */
function runsOf(source: string): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  let end = -1;
  for (const { 0: line, index } of source.matchAll(/^[^\S\n]*#[^\n]*/gm)) {
    const isNext = end >= 0 && source.slice(end, index).trim() === '';
    if (!isNext) runs.push([]);
    runs.at(-1)?.push(lineOf(line, index));
    end = index + line.length;
  }
  return runs;
}

function lineOf(line: string, index: number): Line {
  const text = line.replace(/^[\s#]+/, '');
  const column = line.length - text.length;
  const offset = index + line.indexOf('#');
  return { offset, text: text.trimEnd(), column, key: keyOf(text.trimEnd(), column) };
}

function keyOf(text: string, column: number): Key | null {
  const match = /^((?:-\s+)*(?:export\s+)?)["']?([\w./-]+)["']?\s*([:=])(.*)$/s.exec(text);
  if (!match) return null;
  const [, prefix = '', name = '', sign = '', value = ''] = match;
  return { name, column: column + prefix.length, isItem: prefix !== '', sign, value: value.trim() };
}

function sift(run: readonly Line[], going: Set<number>): void {
  run.forEach((line, index) => {
    if (line.key && isForeign(line.key)) dropObject(run, index, line.key.column, going);
  });
  let dropped = Infinity;
  let labels = Infinity;
  for (const line of run) {
    if (line.text === '') continue;
    const isBelow = line.column > dropped || (line.column === dropped && /^[-\]}]/.test(line.text));
    if (isBelow && line.text !== '---') {
      going.add(line.offset);
      continue;
    }
    dropped = Infinity;
    if (line.column > labels) continue;
    labels = line.key && holdsLabels(line.key.name) ? line.key.column : Infinity;
    if (labels < Infinity || !holdsSecret(line)) continue;
    going.add(line.offset);
    dropped = line.key?.column ?? Infinity;
  }
}

function holdsSecret({ text, key }: Line): boolean {
  if (key && isSecret(key)) return true;
  return Array.from(text.matchAll(inFlow), ([, name = '']) => name).some(
    (name) => name === 'value' || name === 'stringData' || namesSecret(name),
  );
}

function isSecret({ name, sign, value }: Key): boolean {
  if (namesSecret(name)) return true;
  if (sign === '=') return false;
  if (name === 'value') return true;
  if (name === 'args' || name === 'command') return value === '' || !isLabelValue(value);
  // Behind a colon a person's words may stand, too.
  return nested.test(name) && /^(?:$|[[{|>"'&!])/.test(value);
}

/** A person writes blanks; what is encoded has none. */
const words = /^(?!-----)\S+\s|^---$/;

const isForeign = ({ name, sign, value }: Key): boolean =>
  name === 'kind' && sign === ':' && /^["']?[A-Z]\w+["']?$/.test(value) && isForeignKind(unquoted(value));

const unquoted = (value: string): string => value.replace(/["']/g, '');

/** Of an object that is not read here all goes, from its first key on. */
function dropObject(run: readonly Line[], kind: number, column: number, going: Set<number>): void {
  for (let at = kind; at >= 0; at--) {
    const line = run[at];
    if (!line || !isOfObject(line, column) || (at < kind && going.has(line.offset))) break;
    going.add(line.offset);
    if (line.key?.isItem === true && line.key.column === column) break;
  }
  for (let at = kind + 1; at < run.length; at++) {
    const line = run[at];
    if (!line || line.text === '---' || going.has(line.offset)) break;
    if (!isOfObject(line, column) && words.test(line.text)) break;
    going.add(line.offset);
  }
}

const isOfObject = ({ text, column: at, key }: Line, column: number): boolean =>
  text !== '---' && (key ? key.column >= column : at > column);
