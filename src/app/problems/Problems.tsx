import { n, t } from '../../language/t';
import './problems.css';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PlacedDiagnostic, Severity } from '../../engine';
import { findingsStore, watchFindings } from '../../state/findingsStore';
import { useAnalysis, useFileNames } from '../../state/hooks';
import { Button } from '../../ui/Button';
import { shellStore, useShell } from '../shellStore';
import { problemCounts, severities, severityCount } from '../words';
import { DiagnosticRow } from './DiagnosticRow';
import { FindingRow } from './FindingRow';
import { problemRows, type ProblemRow } from './problemRows';

const SHOWN = 200;
const none: readonly PlacedDiagnostic[] = [];

/** What is wrong with the text and what it probably does not mean. It keeps its height while open, so typing moves nothing. */
export function Problems() {
  const rows = useRows();
  const open = useShell((state) => state.problemsOpen);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const Chevron = open ? ChevronDown : ChevronRight;
  useEffect(watchFindings, []);

  return (
    <>
      <h2 className="app-problems-head">
        <button
          type="button"
          className="app-problems-toggle"
          aria-expanded={open}
          aria-controls="problem-list"
          onClick={shellStore.getState().toggleProblems}
        >
          <Chevron size={14} aria-hidden />
          {t`Problems`} <span className="app-problems-count">{problemCounts(rows)}</span>
        </button>
      </h2>
      <div className="app-problems-list" id="problem-list" hidden={!open}>
        {rows.length > 0 && (
          <div className="app-problems-filter" role="group" aria-label={t`Shown problems`}>
            {severities.flatMap((severity) => {
              const count = rows.filter((row) => row.severity === severity).length;
              if (count === 0) return [];
              return (
                <Button
                  key={severity}
                  look="outlined"
                  aria-pressed={!hidden.has(severity)}
                  onClick={() => {
                    setHidden(toggled(hidden, severity));
                  }}
                >
                  {severityCount(severity, count)}
                </Button>
              );
            })}
          </div>
        )}
        {open && (
          <Rows rows={rows.filter(({ severity }) => !hidden.has(severity))} isAll={hidden.size === 0} />
        )}
      </div>
    </>
  );
}

function useRows(): readonly ProblemRow[] {
  const diagnostics = useAnalysis(({ analysis }) => analysis?.diagnostics ?? none);
  const revision = useAnalysis(({ analysis }) => analysis?.revision);
  const files = useFileNames();
  const found = useStore(findingsStore, (state) => state.found);
  return useMemo(
    () => problemRows(diagnostics, found, found?.revision === revision, files),
    [diagnostics, found, revision, files],
  );
}

function Rows({ rows, isAll }: { readonly rows: readonly ProblemRow[]; readonly isAll: boolean }) {
  const unseen = useStore(findingsStore, ({ found }) => (found ? found.total - found.findings.length : 0));
  const [opened, setOpened] = useState<string | null>(null);
  const keys = keysOf(rows);
  const toggle = useCallback((name: string) => {
    setOpened((before) => (before === name ? null : name));
  }, []);
  const more = Math.max(0, rows.length - SHOWN) + (isAll ? unseen : 0);
  return (
    <ul>
      {rows.slice(0, SHOWN).map((row, index) => {
        const key = keys[index] ?? '';
        return (
          <li key={key}>
            {row.kind === 'diagnostic' ? (
              <DiagnosticRow diagnostic={row.diagnostic} />
            ) : (
              <FindingRow finding={row.finding} name={key} open={opened === key} onToggle={toggle} />
            )}
          </li>
        );
      })}
      {rows.length === 0 && (
        <li className="app-problems-rest">{isAll ? t`No problems in the text.` : t`None of these kinds.`}</li>
      )}
      {more > 0 && <li className="app-problems-rest">{n(more)`and ${more} more|and ${more} more`}</li>}
    </ul>
  );
}

/** Stay the same while other rows come and go, and while the lines above a row do. */
function keysOf(rows: readonly ProblemRow[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { code, message } = row.kind === 'finding' ? row.finding : row.diagnostic;
    const name = `${row.kind} ${code} ${row.place.file} ${message}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return `${name} ${String(before)}`;
  });
}

function toggled(set: ReadonlySet<Severity>, severity: Severity): ReadonlySet<Severity> {
  const next = new Set(set);
  if (!next.delete(severity)) next.add(severity);
  return next;
}
