import { Lines, type Place, type SourceFile } from '../engine';

/** Where something stands, as a person at a terminal can follow it. */
export interface FileAndLine {
  readonly file: string;
  readonly line: number;
}

/** Says where places are. A long text is cut into lines once, not for each of them. */
export function fileAndLine(files: readonly SourceFile[]): (place: Place) => FileAndLine {
  const texts = new Map(files.map(({ id, text }) => [id, text]));
  const known = new Map<string, Lines>();
  return ({ file, start }) => {
    let lines = known.get(file);
    if (!lines) known.set(file, (lines = new Lines(texts.get(file) ?? '')));
    return { file, line: lines.at(start).line };
  };
}
