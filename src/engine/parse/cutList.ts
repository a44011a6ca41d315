import { endAtMarker, markerPattern } from './splitDocuments';
import type { TextEdit } from './textEdit';

/** Where the items of a `kind: List` start, each with the blanks before its dash, and where the last of them ends. */
interface ListCut {
  readonly starts: readonly number[];
  readonly end: number;
}

const field = String.raw`(?:#.*)?\n|apiVersion: v1\n|kind: List\n|metadata:(?: \{\}\n|\n(?:  [A-Za-z]+: (?:""|''|"?[\w.-]+"?)\n)+)`;
const head = new RegExp(String.raw`(?:---\n)?((?:${field})*)items:\n(?=( *)-[ \n])`, 'y');
const tail = new RegExp(String.raw`((?:${field})*)$`, 'y');

/** The starts of items before an edit. */
export interface KnownStarts {
  readonly starts: readonly number[];
  readonly edit: TextEdit;
}

/**
 * A list that begins a document at `from`, cut in the one look at the text that also tells where that document ends.
 * The starts count from there. null: another document.
 */
export function listAt(
  text: string,
  from: number,
): { readonly starts: readonly number[]; readonly end: number } | null {
  head.lastIndex = from;
  const blanks = head.exec(text)?.[2];
  if (blanks === undefined) return null;
  const starts: number[] = [];
  const line = new RegExp(String.raw`\n(?:(${blanks}-)(?=[ \n])|${markerPattern})`, 'g');
  line.lastIndex = head.lastIndex - 1;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    if (match[1] === undefined) return { starts, end: endAtMarker(text, match.index + 1) };
    starts.push(match.index + 1 - from);
  }
  return { starts, end: text.length };
}

/**
 * Cuts a document that is a list as `kubectl get -o yaml` prints it, so that its items can be read one by one: a line
 * with a dash in the column of the items starts an item whatever is before it. null when it is anything else. Of
 * what is `known` those starts that the edit leaves alone are not looked for again, and none when `all` are given.
 */
export function cutList(
  text: string,
  known: KnownStarts | null,
  all: readonly number[] | null,
): ListCut | null {
  head.lastIndex = 0;
  const opening = head.exec(text);
  if (opening === null) return null;
  const [, before = '', blanks = ''] = opening;
  const first = head.lastIndex;
  const starts = all ?? startsOf(text, first, `\n${blanks}-`, known?.starts[0] === first ? known : null);
  const end = endOfItem(text, starts.at(-1) ?? 0, blanks.length);
  tail.lastIndex = end;
  const after = tail.exec(text)?.[1];
  return after !== undefined && isListWithout(before + after) ? { starts, end } : null;
}

function startsOf(text: string, first: number, dash: string, known: KnownStarts | null): readonly number[] {
  const { starts: old, edit } = known ?? { starts: [], edit: { start: 0, endBefore: 0, endAfter: 0 } };
  const shift = edit.endAfter - edit.endBefore;
  // The line break before an item, its dash and the sign behind it say that it is one.
  const kept = old.findLastIndex((start) => start + dash.length + 1 <= edit.start);
  const starts = old.slice(0, Math.max(kept, 0));
  let next = kept;
  for (let at = (old[kept] ?? first) - 1; at >= 0; at = text.indexOf(dash, at + 1)) {
    const sign = text.charCodeAt(at + dash.length);
    if (sign !== 0x20 && sign !== 0x0a) continue;
    if (known !== null && at > edit.endAfter) {
      while (next < old.length && (old[next] ?? 0) + shift <= at) next++;
      if ((old[next] ?? 0) + shift === at + 1)
        return starts.concat(old.slice(next).map((start) => start + shift));
    }
    starts.push(at + 1);
  }
  return starts;
}

/** The first line after an item that is not indented more than its dash. */
function endOfItem(text: string, item: number, column: number): number {
  const line = new RegExp(String.raw`\n(?= {0,${column}}[^ \n#])`, 'g');
  line.lastIndex = text.indexOf('\n', item);
  return line.lastIndex < item || line.exec(text) === null ? text.length : line.lastIndex;
}

/** Whether the fields beside `items` are those of a list, each written once. */
function isListWithout(fields: string): boolean {
  const names = [...fields.matchAll(/^ *(\w+):/gm)].map((match) => match[1]);
  return new Set(names).size === names.length && names.includes('apiVersion') && names.includes('kind');
}
