/** The engine's surface: everything outside `engine/` imports from here and nowhere deeper. */
export * from './answer';
export type { Diagnostic, DiagnosticCode, PlacedDiagnostic, Severity } from './diagnostic';
export type { FileId, Place, Range, SourceFile } from './source';
