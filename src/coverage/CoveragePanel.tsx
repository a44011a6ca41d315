import { useState } from 'react';
import { useStore } from 'zustand';
import type { Coverage, NamespaceCoverage } from '../engine';
import { grouped, n, t } from '../language/t';
import { useAnalysis, useDocuments } from '../state/hooks';
import { useAsked } from '../state/useAsked';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { Termed } from '../ui/Term';
import { saveText } from '../ui/saveText';
import { emptyNamespaces, type EmptyNamespace } from './emptyNamespaces';
import { coverageCsv, coverageMarkdown } from './export';
import { FocusButton } from './FocusButton';
import { focusLabel } from './focusLens';
import { focusStore, setFocus } from './focusStore';
import { NamespaceRow } from './NamespaceRow';
import { emptyWords, orderSentence, summary } from './words';
import './coverage.css';

const question = { kind: 'coverage' } as const;

/** How far the policies cover each namespace, worst first; what is clicked is shown in the picture. */
export function CoveragePanel({ onClose }: SidePanelProps) {
  const coverage = useAsked<'coverage'>(question);
  return (
    <SidePanel title={t`Coverage`} onClose={onClose}>
      <div className="coverage" aria-busy={coverage === null}>
        {coverage !== null && <Told coverage={coverage} />}
      </div>
    </SidePanel>
  );
}

function Told({ coverage }: { readonly coverage: Coverage }) {
  const cni = useDocuments((state) => state.cni);
  const drawn = useAnalysis((state) => state.drawn);
  const empty = drawn === null ? [] : emptyNamespaces(drawn);
  if (coverage.cluster.workloads === 0)
    return (
      <>
        <p className="coverage-quiet">{t`There is no workload to cover yet.`}</p>
        <EmptyNamespaces empty={empty} />
      </>
    );
  return (
    <>
      {cni === 'none' && (
        <p className="coverage-warning">{t`The chosen plugin enforces nothing: all of this is open.`}</p>
      )}
      <p>
        <Termed>{summary(coverage)}</Termed>
      </p>
      {coverage.doubtful > 0 && (
        <p className="coverage-quiet">
          {n(
            coverage.doubtful,
          )`${coverage.doubtful} policy could not be read; what it may decide is “cannot say”.|${coverage.doubtful} policies could not be read; what they may decide is “cannot say”.`}
        </p>
      )}
      <Shown />
      <Unselected count={coverage.cluster.unselected.count} />
      <Namespaces namespaces={coverage.namespaces} />
      <EmptyNamespaces empty={empty} />
      <IdlePolicies idle={coverage.idle} />
      <Exports coverage={coverage} empty={empty} />
    </>
  );
}

/** Says what the picture shows, and takes it back. */
function Shown() {
  const focus = useStore(focusStore, (state) => state.focus);
  return (
    <p className="coverage-shown" role="status">
      {focus === null ? (
        <span className="coverage-quiet">{t`Click anything underlined to see it in the picture.`}</span>
      ) : (
        <>
          <span>{t`The picture shows ${focusLabel(focus)}; the rest is dimmed.`}</span>{' '}
          <Button
            look="link"
            onClick={() => {
              setFocus(null);
            }}
          >
            {t`Show everything`}
          </Button>
        </>
      )}
    </p>
  );
}

/** From here on there is a field to find one. */
const MANY_NAMESPACES = 10;
const FIRST_NAMESPACES = 60;

function Namespaces({ namespaces }: { readonly namespaces: readonly NamespaceCoverage[] }) {
  const [sought, setSought] = useState('');
  const [limit, setLimit] = useState(FIRST_NAMESPACES);
  const found = namespaces.filter(({ name }) => name.includes(sought.trim().toLowerCase()));
  return (
    <section>
      <h3 className="coverage-title">{t`By namespace`}</h3>
      <p className="coverage-quiet">{orderSentence()}</p>
      {namespaces.length >= MANY_NAMESPACES && (
        <input
          type="search"
          className="coverage-search"
          aria-label={t`Find a namespace`}
          placeholder={n(
            namespaces.length,
          )`Find one of ${namespaces.length} namespace|Find one of ${namespaces.length} namespaces`}
          value={sought}
          onChange={({ currentTarget }) => {
            setSought(currentTarget.value);
          }}
        />
      )}
      <ol className="coverage-areas">
        {found.slice(0, limit).map((area) => (
          <NamespaceRow key={area.name} area={area} />
        ))}
      </ol>
      {found.length === 0 && <p className="coverage-quiet">{t`No namespace is called like that.`}</p>}
      {found.length > limit && (
        <Button
          look="outlined"
          onClick={() => {
            setLimit(limit * 5);
          }}
        >
          {t`${grouped(found.length - limit)} more`}
        </Button>
      )}
    </section>
  );
}

interface EmptyProps {
  readonly empty: readonly EmptyNamespace[];
}

function EmptyNamespaces({ empty }: EmptyProps) {
  if (empty.length === 0) return null;
  return (
    <details className="coverage-more">
      <summary>
        {n(
          empty.length,
        )`${empty.length} namespace without workloads|${empty.length} namespaces without workloads`}
      </summary>
      <ul className="coverage-list">
        {empty.map((namespace) => (
          <li key={namespace.name}>
            {namespace.name} <span className="coverage-quiet">{emptyWords(namespace)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function IdlePolicies({ idle: { count, first } }: Pick<Coverage, 'idle'>) {
  if (count === 0) return null;
  return (
    <details className="coverage-more">
      <summary>{n(count)`${count} policy that selects no pod|${count} policies that select no pod`}</summary>
      <ul className="coverage-list">
        {first.map(({ name, namespace, place }) => (
          <li key={`${namespace}/${name}`}>
            <button
              type="button"
              className="coverage-row"
              onClick={() => {
                viewStore.getState().revealPlace(place);
              }}
            >
              {name} <span className="coverage-quiet">{namespace}</span>
            </button>
          </li>
        ))}
        {count > first.length && (
          <li className="coverage-quiet">{t`and ${grouped(count - first.length)} more`}</li>
        )}
      </ul>
    </details>
  );
}

/** Everyone in the cluster whom no policy selects. */
function Unselected({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <FocusButton focus={{ kind: 'unselected', namespace: null }} className="coverage-free">
      {n(count)`Show all ${count} workload no policy selects|Show all ${count} workloads no policy selects`}
    </FocusButton>
  );
}

/** The table to take away. */
function Exports({ coverage, empty }: EmptyProps & { readonly coverage: Coverage }) {
  return (
    <div className="coverage-exports">
      <Button
        look="outlined"
        onClick={() => {
          saveText('coverage.md', 'text/markdown', coverageMarkdown(coverage, empty));
        }}
      >
        Markdown
      </Button>
      <Button
        look="outlined"
        onClick={() => {
          saveText('coverage.csv', 'text/csv', coverageCsv(coverage, empty));
        }}
      >
        CSV
      </Button>
    </div>
  );
}
