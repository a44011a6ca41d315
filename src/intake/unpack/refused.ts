/** Thrown where a file is not taken; says why in one sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The import was cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
