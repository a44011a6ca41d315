/** The engine's surface: everything outside `engine/` imports from here and nowhere deeper. */
export * from './answer';
export * from './evidence';
export type { Admitted, Allowance, AllowPatch, Hunk } from './allow/allowance';
export type { Attempt, AttemptResult, AttemptStep, Fate, Misread } from './attempt/attempt';
export type { Suggestion } from './attempt/suggest';
export type { BlockReason, CniDifferences, PairDifference, ProfileDifferences } from './cni/cniDifferences';
export type { ChangedPolicy, ChangedRow, ComparedEnd, Comparison, SomeEnds } from './comparison/comparison';
export { pairChanges, type ChangeCounts, type PairChange } from './evaluate/pairChange';
export type { Baseline, EvaluatedText, PinReceipt } from './comparison/pinnedBaseline';
export type {
  AreaCoverage,
  Closure,
  Counted,
  Coverage,
  DirectionCoverage,
  NamespaceCoverage,
  PairCounts,
} from './coverage/coverage';
export type { ExpectationDraft } from './expectations/draft';
export type { ExpectationResult, ExpectationStatus, Offender } from './expectations/expectation';
export type { FilterProblem } from './filter/expression';
export type { FilterHint } from './filter/hints';
export type { FilterResult, Found } from './filter/result';
export type { Waypoint } from './filter/waypoints';
export type { PlacedDiagnostic, Severity } from './diagnostic';
export type { Finding, Findings, Fix } from './findings/finding';
export type { Inline } from './lessons/inlines';
export type {
  Lesson,
  LessonFile,
  LessonLevel,
  LessonProblem,
  LessonResult,
  ReadLesson,
} from './lessons/lesson';
export type { Block } from './lessons/markdown';
export type { LessonDraft } from './lessons/writeLesson';
export type { Query, QueryAnswer } from './query';
export { listConnections, type Connection, type ConnectionEnd } from './connections';
export { bookkeepingLabels } from './model/controllerLabels';
export { Lines } from './lines';
export * as knownFields from './model/knownFields';
export { readBrokenDocument } from './model/brokenDocument';
export { legacyReading } from './model/legacyYaml';
export { isMissingKind, POLICY_GROUP } from './model/policyGroup';
export { nearest } from './model/unknownFields';
export { splitDocuments } from './parse/splitDocuments';
export { editBetween } from './parse/textEdit';
export { isRegular } from './parse/isRegular';
export { codesInto } from './parse/regular/codes';
export { Pipeline, type Counters } from './pipeline';
export { Session } from './session';
export type { FileId, Place, SourceFile } from './source';
