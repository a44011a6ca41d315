import type { editor } from 'monaco-editor/editor';

/** How the editor behaves: quiet, and as people know it. */
export const options: editor.IStandaloneEditorConstructionOptions = {
  fontSize: 13,
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  wordWrap: 'off',
  scrollBeyondLastLine: false,
  automaticLayout: true,
  renderWhitespace: 'none',
  renderFinalNewline: 'on',
  guides: { bracketPairs: false },
  bracketPairColorization: { enabled: false },
  folding: true,
  // All 5,000 that Monaco would allow take 0.1 s to mark.
  foldingMaximumRegions: 1000,
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  overviewRulerLanes: 2,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: true },
  // Labels and names end in a line break far more often than a suggestion is meant.
  acceptSuggestionOnEnter: 'smart',
  suggest: { showWords: false, showStatusBar: false, snippetsPreventQuickSuggestions: false },
  occurrencesHighlight: 'singleFile',
  dragAndDrop: false,
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
  padding: { top: 8, bottom: 8 },
};
