/** The engine's surface: everything outside `engine/` imports from here and nowhere deeper. */
export * from './answer';
export type { Diagnostic, DiagnosticCode, PlacedDiagnostic, Severity } from './diagnostic';
export type { Party, Query, QueryAnswer } from './query';
export { listConnections, type Connection, type ConnectionEnd, type PortList } from './connections';
export { lineAndColumn } from './lines';
export { Session, type Counters } from './session';
export type { FileId, Place, Range, SourceFile } from './source';
