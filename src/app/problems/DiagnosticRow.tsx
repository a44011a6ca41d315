import { memo } from 'react';
import type { PlacedDiagnostic } from '../../engine';
import { useDocuments } from '../../state/hooks';
import { viewStore } from '../../state/viewStore';
import { SeverityIcon } from './SeverityIcon';

/** What the API server would say; a click goes there. */
export const DiagnosticRow = memo(function DiagnosticRow({
  diagnostic,
}: {
  readonly diagnostic: PlacedDiagnostic;
}) {
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
});
