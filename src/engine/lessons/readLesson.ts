import { t } from '../../language/t';
import { Lines } from '../lines';
import type { TellProblem } from './headReader';
import type { LessonProblem, ReadLesson } from './lesson';
import { readBlocks } from './markdown';
import { readFiles } from './readFiles';
import { readHead } from './readHead';
import { cutSections } from './sections';
import { hasSolution } from './lessonFiles';

/** Reads a lesson: front matter, text, and files in fenced blocks. Never throws. */
export function readLesson(text: string): ReadLesson {
  const lines = new Lines(text);
  const problems: LessonProblem[] = [];
  const tell: TellProblem = (code, range, message, severity = 'error') => {
    problems.push({ code, severity, message, range, ...lines.at(range.start) });
  };
  const { head, blocks, text: body, why, bodyStart } = cutSections(text);
  if (head?.isClosed !== true) {
    const message =
      head === null
        ? t`A lesson begins with a line of three dashes: ---.`
        : t`The front matter does not end: close it with a line of three dashes.`;
    tell('front-matter', { start: 0, end: text.search(/\r?\n|$/) }, message);
    return { lesson: null, problems };
  }
  const read = readHead(head.text, head.start, tell);
  const files = readFiles(blocks, tell);
  const shown = readBlocks(body);
  const bodyLine = { start: bodyStart, end: bodyStart };
  const [first] = blocks;
  if (!first) {
    const opening = '```yaml file=cluster.yaml';
    tell('block', bodyLine, t`There is no file: write at least one block that begins with ${opening}.`);
  } else if (read && files.length > 0 && !hasSolution({ ...read, files })) {
    const message = t`There is no solution: nobody can see whether the lesson can be solved.`;
    tell('no-solution', first.line, message, 'warning');
  }
  if (shown.length === 0) {
    tell('no-text', bodyLine, t`There is nothing to read: write what is to be done, and why.`, 'warning');
  }
  problems.sort((a, b) => a.range.start - b.range.start);
  const isUsable = read !== null && problems.every(({ severity }) => severity !== 'error');
  return { lesson: isUsable ? { ...read, text: shown, why: readBlocks(why), files } : null, problems };
}
