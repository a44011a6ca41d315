import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FilterResult } from '../engine';
import { t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { useAnalysis, useView } from '../state/hooks';
import { lensStore, type Filter } from '../state/lensStore';
import { IconButton } from '../ui/IconButton';
import { FilterField } from './FilterField';
import { goToHit, hitAt, hitsOf, type Hit } from './hits';
import { useFilter } from './useFilter';
import { foundShort, foundWords } from './words';
import './search.css';

/** Finds, stresses and hides: one text, what becomes of the rest, and how much is found. */
export function SearchBox() {
  const filter = useStore(lensStore, (state) => state.filter);
  const result = useFilter();
  const topology = useAnalysis((state) => state.drawn?.topology ?? null);
  const hits = useMemo(
    () => (result?.found && topology ? hitsOf(result.found, topology) : []),
    [result, topology],
  );
  return (
    <search className="search" aria-label={t`Picture`}>
      <Search className="search-icon" aria-hidden size={15} />
      <FilterField
        filter={filter}
        problem={result?.problems[0] ?? null}
        onGo={(step) => {
          void findAndGo(filter.text, step);
        }}
      />
      {filter.text !== '' && (
        <>
          <FoundCount result={result} hits={hits} />
          <Modes filter={filter} />
          <IconButton
            label={t`Previous hit`}
            tip="below-left"
            icon={<ChevronUp aria-hidden />}
            disabled={hits.length === 0}
            onClick={() => {
              goToHit(hits, -1);
            }}
          />
          <IconButton
            label={t`Next hit`}
            tip="below-left"
            icon={<ChevronDown aria-hidden />}
            disabled={hits.length === 0}
            onClick={() => {
              goToHit(hits, 1);
            }}
          />
          <IconButton
            label={t`Clear the filter`}
            tip="below-left"
            icon={<X aria-hidden />}
            onClick={() => {
              lensStore.getState().setFilter({ text: '' });
            }}
          />
        </>
      )}
    </search>
  );
}

/** What stands there now, even if its hits are not shown yet. */
async function findAndGo(text: string, step: 1 | -1): Promise<void> {
  const told = await askEngine({ kind: 'filter', text });
  const topology = analysisStore.getState().drawn?.topology;
  if (told?.found && topology) goToHit(hitsOf(told.found, topology), step);
}

function FoundCount({
  result,
  hits,
}: {
  readonly result: FilterResult | null;
  readonly hits: readonly Hit[];
}) {
  const at = useView(({ selection }) => hitAt(hits, selection));
  const found = result?.found;
  const words = found ? foundWords(found) : '';
  return (
    <>
      <span className="search-count" role="status">
        <span className="search-said">{words}</span>
        {found && (
          <>
            <span className="search-long" aria-hidden title={words}>
              {at === -1 ? words : t`${at + 1}. of ${words}`}
            </span>
            <span className="search-short" aria-hidden title={words}>
              {foundShort(found)}
            </span>
          </>
        )}
      </span>
    </>
  );
}

const modes = () =>
  [
    ['focus', t`Focus`, t`The rest is dimmed`],
    ['hide', t`Hide`, t`The rest is hidden, and counted below`],
  ] as const;

function Modes({ filter }: { readonly filter: Filter }) {
  return (
    <div className="search-modes" role="group" aria-label={t`What becomes of the rest`}>
      {modes().map(([mode, label, title]) => (
        <button
          key={mode}
          type="button"
          className="search-mode"
          title={title}
          aria-pressed={filter.mode === mode}
          onClick={() => {
            lensStore.getState().setFilter({ mode });
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
