import { t } from '../../language/t';
import { nearest } from '../model/unknownFields';
import type { TellProblem } from './headReader';
import type { LessonFile } from './lesson';
import type { FileBlock } from './sections';

const WORDS = ['start', 'solution', 'readonly'] as const;

interface Draft {
  start: FileBlock | null;
  solution: FileBlock | null;
  isReadOnly: boolean;
  readonly first: FileBlock;
}

/** Puts the fenced blocks together into files, those to be edited first. Ranges count from the start of the lesson. */
export function readFiles(blocks: readonly FileBlock[], tell: TellProblem): readonly LessonFile[] {
  const drafts = new Map<string, Draft>();
  for (const block of blocks) {
    const name = nameOf(block, tell);
    if (name === null || !isPlain(block, tell)) continue;
    const draft: Draft = drafts.get(name) ?? { start: null, solution: null, isReadOnly: false, first: block };
    drafts.set(name, draft);
    const part = block.words.includes('solution') ? 'solution' : 'start';
    if (part === 'solution' && block.words.includes('start')) {
      tell('block', block.line, t`${name} is either the start or the solution: write two blocks.`);
    } else if (draft[part]) {
      const message =
        part === 'start'
          ? t`The start of ${name} is written twice.`
          : t`The solution of ${name} is written twice.`;
      tell('block', block.line, message);
    } else draft[part] = block;
    draft.isReadOnly ||= block.words.includes('readonly');
  }
  const files = [...drafts].map(([name, draft]) => fileOf(name, draft, tell));
  return [...files.filter((one) => !one.isReadOnly), ...files.filter((one) => one.isReadOnly)];
}

function fileOf(name: string, { start, solution, isReadOnly }: Draft, tell: TellProblem): LessonFile {
  if (solution && isReadOnly) {
    tell('block', solution.line, t`${name} is readonly, so the solution cannot change it.`);
  }
  return {
    name,
    isReadOnly,
    start: start?.content ?? '',
    solution: solution?.content ?? null,
    at: { start: start?.start ?? null, solution: solution?.start ?? null },
  };
}

function nameOf({ words, line }: FileBlock, tell: TellProblem): string | null {
  const name = words.find((word) => word.startsWith('file='))?.slice('file='.length);
  if (name === undefined) {
    tell('block', line, t`Say which file the block is: file=policies.yaml.`);
    return null;
  }
  if (/^[A-Za-z0-9][\w.-]{0,59}$/.test(name)) return name;
  tell('block', line, t`A file is named by letters, digits, dots and dashes: file=policies.yaml.`);
  return null;
}

/** Nothing unknown is said of it, and one sees where it begins and ends. */
function isPlain({ words, line, isIndented, isClosed }: FileBlock, tell: TellProblem): boolean {
  const known: readonly string[] = WORDS;
  const [strange] = words.filter((word) => !word.startsWith('file=') && !known.includes(word));
  if (strange !== undefined) {
    const meant = nearest(strange, known);
    const message =
      meant === null
        ? t`Nothing is known by the word ${strange} here; known are start, solution and readonly.`
        : t`Nothing is known by the word ${strange} here; is ${meant} meant?`;
    tell('block', line, message);
  }
  if (isIndented) tell('block', line, t`The block of a file begins at the start of the line.`);
  if (!isClosed) tell('block', line, t`The block does not end: close it with a line of the same signs.`);
  return strange === undefined && !isIndented && isClosed;
}
