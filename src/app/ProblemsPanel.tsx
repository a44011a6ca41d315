import { ChevronDown, ChevronRight, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { PlacedDiagnostic, Severity } from '../engine';
import { useAnalysis, useDocuments } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { shellStore, useShell } from './shellStore';
import { problemCounts } from './words';

const SHOWN = 200;
const none: readonly PlacedDiagnostic[] = [];

/** The problems in the text, below the editor. It keeps its height while open, so typing moves nothing. */
export function ProblemsPanel() {
  const diagnostics = useAnalysis(({ analysis }) => analysis?.diagnostics ?? none);
  const open = useShell((state) => state.problemsOpen);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section className="app-problems" aria-label="Problems">
      <h2 className="app-problems-head">
        <button
          type="button"
          className="app-problems-toggle"
          aria-expanded={open}
          aria-controls="problem-list"
          onClick={shellStore.getState().toggleProblems}
        >
          <Chevron size={14} aria-hidden />
          Problems <span className="app-problems-count">{problemCounts(diagnostics)}</span>
        </button>
      </h2>
      <ul className="app-problems-list" id="problem-list" hidden={!open}>
        {diagnostics.slice(0, SHOWN).map((diagnostic, index) => (
          <li key={index}>
            <Problem diagnostic={diagnostic} />
          </li>
        ))}
        {diagnostics.length === 0 && <li className="app-problems-rest">No problems in the text.</li>}
        {diagnostics.length > SHOWN && (
          <li className="app-problems-rest">and {diagnostics.length - SHOWN} more</li>
        )}
      </ul>
    </section>
  );
}

function Problem({ diagnostic }: { readonly diagnostic: PlacedDiagnostic }) {
  const { severity, message, path, place, line } = diagnostic;
  const file = useDocuments(({ files }) => files.find(({ id }) => id === place.file)?.name ?? '');
  return (
    <button
      type="button"
      className="app-problem"
      onClick={() => {
        viewStore.getState().revealPlace(place);
      }}
    >
      <SeverityIcon severity={severity} />
      <span className="app-problem-words">
        {message} {path !== '' && <code>{path}</code>}
      </span>
      <span className="app-problem-line">
        {file}:{line}
      </span>
    </button>
  );
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  switch (severity) {
    case 'error':
      return (
        <CircleAlert className="app-severity" data-severity="error" size={15} role="img" aria-label="Error" />
      );
    case 'warning':
      return <TriangleAlert className="app-severity" size={15} role="img" aria-label="Warning" />;
    case 'info':
      return <Info className="app-severity" size={15} role="img" aria-label="Note" />;
  }
}
