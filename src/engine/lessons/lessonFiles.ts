import type { SourceFile } from '../source';
import type { Lesson } from './lesson';

/** The files as they are at first; a file's id is its name. */
export function startFiles({ files }: Lesson): readonly SourceFile[] {
  return files.map(({ name, start }) => ({ id: name, name, text: start }));
}

/** The files as the lesson solves it. */
export function solutionFiles({ files }: Lesson): readonly SourceFile[] {
  return files.map(({ name, start, solution }) => ({ id: name, name, text: solution ?? start }));
}

/** Whether the lesson says how it is solved: by other files, or by another plugin. */
export function hasSolution({ files, cni }: Pick<Lesson, 'files' | 'cni'>): boolean {
  return cni.start !== cni.solution || files.some(({ solution }) => solution !== null);
}
