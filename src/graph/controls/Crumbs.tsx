import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useStore } from 'zustand';
import type { Topology } from '../../engine';
import { t } from '../../language/t';
import { useView } from '../../state/hooks';
import { viewStore } from '../../state/viewStore';
import { unfoldEntity } from '../folding';
import { frameOf } from '../layout/kins';
import { paneStore } from '../paneStore';
import { crumbsOf } from '../picture/crumbs';

interface CrumbsProps {
  readonly topology: Topology;
  readonly fit: () => void;
}

/** The way down to what is looked at; each part leads back to it. */
export function Crumbs({ topology, fit }: CrumbsProps) {
  const selection = useView((state) => state.selection);
  const entered = useStore(paneStore, (state) => state.entered);
  const crumbs = crumbsOf(topology, selection, entered);
  if (topology.cluster.namespaces < 2) return null;
  return (
    <nav className="graph-crumbs" aria-label={t`Where in the cluster`}>
      <button
        type="button"
        className="graph-crumb"
        onClick={() => {
          paneStore.setState({ entered: null, target: null });
          viewStore.getState().setLevel(null);
          viewStore.getState().select({ kind: 'nothing' });
          fit();
        }}
      >
        {t`Cluster`}
      </button>
      {crumbs.map(({ id, name }, index) => (
        <Fragment key={id}>
          <ChevronRight aria-hidden size={12} />
          <button
            type="button"
            className="graph-crumb"
            aria-current={index === crumbs.length - 1 ? 'location' : undefined}
            onClick={() => {
              if (id === frameOf(name)) unfoldEntity(id, 'always');
              else viewStore.getState().select({ kind: 'entity', entity: id });
              if (id !== frameOf(name)) paneStore.setState({ target: { entity: id, look: 'always' } });
            }}
          >
            {name}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
