import { ExternalLink, Wrench } from 'lucide-react';
import { memo, useId } from 'react';
import { useStore } from 'zustand';
import type { EndRef, Finding, Fix } from '../../engine';
import { n, t } from '../../language/t';
import { applyFix } from '../../state/applyFix';
import { findingsStore } from '../../state/findingsStore';
import { useDocuments } from '../../state/hooks';
import { viewStore } from '../../state/viewStore';
import { Button } from '../../ui/Button';
import { shellStore } from '../shellStore';
import { SeverityIcon } from './SeverityIcon';

interface Props {
  readonly finding: Finding;
  /** The name of the row among the others. */
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: (name: string) => void;
}

/** A trap somebody walked into: a click goes there and unfolds what it is about. */
export const FindingRow = memo(function FindingRow({ finding, name, open, onToggle }: Props) {
  const { severity, message, place, line } = finding;
  const file = useDocuments(({ files }) => files.find(({ id }) => id === place.file)?.name ?? '');
  const more = useId();
  return (
    <>
      <button
        type="button"
        className="app-problem"
        aria-expanded={open}
        aria-controls={more}
        onClick={() => {
          if (!open) viewStore.getState().revealPlace(place);
          onToggle(name);
        }}
      >
        <SeverityIcon severity={severity} />
        <span className="app-problem-words">{message}</span>
        <span className="app-problem-line">
          {file}:{line}
        </span>
      </button>
      <div id={more} className="app-problem-more" hidden={!open}>
        {open && <More finding={finding} />}
      </div>
    </>
  );
});

/** How many workloads have a button of their own. */
const SHOWN = 6;

function More({ finding }: Pick<Props, 'finding'>) {
  const { explanation, concerns, concerned, docs, fixes } = finding;
  const revision = useStore(findingsStore, ({ found }) => found?.revision ?? 0);
  const isNewest = useDocuments((state) => state.revision === revision);
  const more = concerned > SHOWN ? concerned - Math.min(SHOWN, concerns.length) : 0;
  return (
    <>
      <p>{explanation}</p>
      {fixes.length > 0 && (
        <div className="app-problem-row" role="group" aria-label={t`Fixes`}>
          {fixes.map((fix) => (
            <Button
              key={fix.title}
              look="outlined"
              disabled={!isNewest}
              onClick={({ currentTarget }) => {
                mend(fix, revision);
                keepFocusNear(currentTarget);
              }}
            >
              <Wrench aria-hidden /> {fix.title}
            </Button>
          ))}
        </div>
      )}
      <div className="app-problem-row">
        {concerns.length > 0 && <span>{t`Concerns`}</span>}
        {concerns.slice(0, SHOWN).map((end) => (
          <Button
            key={end.id}
            look="link"
            onClick={() => {
              showInPicture(end);
            }}
          >
            {end.namespace === null ? end.name : `${end.namespace}/${end.name}`}
          </Button>
        ))}
        {more > 0 && <span>{n(more)`and ${more} more|and ${more} more`}</span>}
        <a className="app-problem-docs" href={docs} target="_blank" rel="noreferrer">
          {t`Documentation`} <ExternalLink size={12} aria-label={t`(opens in a new tab)`} />
        </a>
      </div>
    </>
  );
}

function mend(fix: Fix, revision: number): void {
  if (!applyFix(fix, revision)) return;
  const text = t`${fix.title}: done. Undo in the editor takes it back.`;
  shellStore.getState().notify({ text, undo: null });
}

/** The row of what was mended goes, and its button with the keyboard on it: the next row takes that, or the list's own button. */
function keepFocusNear(button: HTMLElement): void {
  const row = button.closest('li');
  const list = row?.parentElement;
  const toggle = button.closest('section')?.querySelector<HTMLElement>('.app-problems-toggle');
  if (!row || !list) return;
  const near = [row.nextElementSibling, row.previousElementSibling];
  const watching = new MutationObserver(() => {
    if (row.isConnected) return;
    watching.disconnect();
    // Who went on elsewhere stays there.
    if (document.activeElement !== document.body) return;
    const problem = near.find((one) => one?.isConnected)?.querySelector<HTMLElement>('button');
    (problem ?? toggle)?.focus();
  });
  watching.observe(list, { childList: true });
}

function showInPicture({ id }: EndRef): void {
  const { select, seek } = viewStore.getState();
  shellStore.getState().showSide(null);
  shellStore.getState().showPane('picture');
  select({ kind: 'entity', entity: id });
  seek([id]);
}
