/** The engine's surface: everything outside `engine/` imports from here and nowhere deeper. */
export * from './answer';
export type { Attempt, AttemptResult, AttemptStep, Fate } from './attempt/attempt';
export type { Suggestion } from './attempt/suggest';
export type { PlacedDiagnostic, Severity } from './diagnostic';
export type { Query, QueryAnswer } from './query';
export { listConnections, type Connection, type ConnectionEnd } from './connections';
export { lineAndColumn } from './lines';
export { splitDocuments } from './parse/splitDocuments';
export { editBetween } from './parse/textEdit';
export { Pipeline, type Counters } from './pipeline';
export { Session } from './session';
export type { FileId, Place, SourceFile } from './source';
