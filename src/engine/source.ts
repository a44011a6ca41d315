/** Half-open range of UTF-16 offsets, `start <= end`. What it counts from (document or file) is said where it is used. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range in one of the user's files; offsets count from the start of the file's text, exactly as the editor holds it. */
export interface Place extends Range {
  readonly file: FileId;
}

/** Identifies a file for as long as it is open; survives renaming. On the command line it is the path. */
export type FileId = string;

/** One input text. `name` is shown to people, `id` is used by the program. */
export interface SourceFile {
  readonly id: FileId;
  readonly name: string;
  readonly text: string;
}
