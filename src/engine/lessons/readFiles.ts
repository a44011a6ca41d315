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
      tell('block', block.line, `${name} is either the start or the solution: write two blocks.`);
    } else if (draft[part]) {
      tell('block', block.line, `The ${part} of ${name} is written twice.`);
    } else draft[part] = block;
    draft.isReadOnly ||= block.words.includes('readonly');
  }
  const files = [...drafts].map(([name, draft]) => fileOf(name, draft, tell));
  return [...files.filter((one) => !one.isReadOnly), ...files.filter((one) => one.isReadOnly)];
}

function fileOf(name: string, { start, solution, isReadOnly }: Draft, tell: TellProblem): LessonFile {
  if (solution && isReadOnly) {
    tell('block', solution.line, `${name} is readonly, so the solution cannot change it.`);
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
    tell('block', line, 'Say which file the block is: file=policies.yaml.');
    return null;
  }
  if (/^[A-Za-z0-9][\w.-]{0,59}$/.test(name)) return name;
  tell('block', line, 'A file is named by letters, digits, dots and dashes: file=policies.yaml.');
  return null;
}

/** Nothing unknown is said of it, and one sees where it begins and ends. */
function isPlain({ words, line, isIndented, isClosed }: FileBlock, tell: TellProblem): boolean {
  const known: readonly string[] = WORDS;
  const [strange] = words.filter((word) => !word.startsWith('file=') && !known.includes(word));
  if (strange !== undefined) {
    const meant = nearest(strange, known);
    const hint = meant === null ? 'known are start, solution and readonly' : `is ${meant} meant?`;
    tell('block', line, `Nothing is known by the word ${strange} here; ${hint}.`);
  }
  if (isIndented) tell('block', line, 'The block of a file begins at the start of the line.');
  if (!isClosed) tell('block', line, 'The block does not end: close it with a line of the same signs.');
  return strange === undefined && !isIndented && isClosed;
}
