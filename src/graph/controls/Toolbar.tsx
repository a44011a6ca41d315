import { Layers2, Map as MapIcon, Shapes, Waypoints } from 'lucide-react';
import { useStore } from 'zustand';
import type { Level, Topology } from '../../engine';
import { grouped, t } from '../../language/t';
import { useView } from '../../state/hooks';
import { viewStore, type ShownEdges } from '../../state/viewStore';
import { IconButton } from '../../ui/IconButton';
import { Toolbar as Bar } from '../../ui/Toolbar';
import { paneStore } from '../paneStore';
import type { PairCounts } from '../picture/edgesToDraw';
import { Sample } from './Sample';

interface ToolbarProps {
  readonly topology: Topology;
  readonly counts: PairCounts;
  readonly hubs: { readonly count: number; readonly folded: boolean };
  readonly hasMap: boolean;
}

/** Fewer workloads than this are not worth folding. */
const ALIKE_FROM = 13;

/** What is shown of the picture. */
export function Toolbar({ topology, counts, hubs, hasMap }: ToolbarProps) {
  const legend = useStore(paneStore, (state) => state.legend);
  const minimap = useStore(paneStore, (state) => state.minimap);
  const { alike, cluster, level } = topology;
  return (
    <Bar className="graph-toolbar" label={t`Picture`}>
      <Filters counts={counts} />
      <Undecided count={counts.total.unknown} />
      {level !== 'namespaces' && (alike || cluster.workloads >= ALIKE_FROM) && (
        <button
          type="button"
          className="graph-toggle"
          aria-pressed={alike}
          title={t`Workloads of one namespace that no policy tells apart are one card`}
          onClick={() => {
            viewStore.getState().setAlike(!alike);
          }}
        >
          <Layers2 aria-hidden size={15} />
          <span className="graph-word">{t`Fold alike`}</span>
        </button>
      )}
      {hubs.count > 0 && (
        <button
          type="button"
          className="graph-toggle"
          aria-pressed={hubs.folded}
          title={t`Lines with DNS, monitoring, ingress controllers and what else most cards talk to are glyphs on the cards`}
          onClick={() => {
            paneStore.setState({ hubs: !hubs.folded });
          }}
        >
          <Waypoints aria-hidden size={15} />
          <span className="graph-word">{t`Hubs as glyphs`}</span>
        </button>
      )}
      <Levels topology={topology} />
      {hasMap && (
        <IconButton
          label={t`Map`}
          aria-pressed={minimap}
          icon={<MapIcon aria-hidden />}
          onClick={() => {
            paneStore.setState({ minimap: !minimap });
          }}
        />
      )}
      <button
        type="button"
        className="graph-toggle"
        aria-expanded={legend}
        title={t`Legend`}
        onClick={() => {
          paneStore.setState({ legend: !legend });
        }}
      >
        <Shapes aria-hidden size={15} />
        <span className="graph-word">{t`Legend`}</span>
      </button>
    </Bar>
  );
}

const FILTERS: readonly (keyof ShownEdges)[] = ['allowed', 'blocked', 'open'];

function filterName(kind: keyof ShownEdges): string {
  switch (kind) {
    case 'allowed':
      return t`Allowed`;
    case 'blocked':
      return t`Blocked`;
    case 'open':
      return t`Open by default`;
  }
}

function Filters({ counts }: { readonly counts: PairCounts }) {
  const shown = useView((state) => state.shown);
  return (
    <div className="graph-filters" role="group" aria-label={t`Connections shown`}>
      {FILTERS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="graph-toggle"
          aria-pressed={shown[kind]}
          onClick={() => {
            viewStore.getState().show({ [kind]: !shown[kind] });
          }}
        >
          <Sample kind={kind} />
          {filterName(kind)}
          <span className="graph-toggle-count">{grouped(counts.total[kind])}</span>
        </button>
      ))}
    </div>
  );
}

/** Takes what room the controls leave: an edit must not give the bar another line, and the picture another size. */
function Undecided({ count }: { readonly count: number }) {
  return (
    <span className="graph-undecided">
      {count > 0 && (
        <span title={t`The manifests do not decide these; they are never hidden`}>
          <Sample kind="unknown" />
          <span className="graph-undecided-word">{t`Cannot say`}</span>
          <span className="graph-toggle-count">{grouped(count)}</span>
        </span>
      )}
    </span>
  );
}

const LEVELS: readonly Level[] = ['namespaces', 'workloads', 'pods'];

function levelName(level: Level): string {
  switch (level) {
    case 'namespaces':
      return t`Namespaces`;
    case 'workloads':
      return t`Workloads`;
    case 'pods':
      return t`Pods`;
  }
}

/** One control for how deep the picture goes; levels that would show nothing new are left out. */
function Levels({ topology: { cluster, level } }: { readonly topology: Topology }) {
  const useful: Readonly<Record<Level, boolean>> = {
    namespaces: cluster.namespaces > 1,
    workloads: true,
    pods: cluster.pods > 0,
  };
  const choices = LEVELS.filter((choice) => useful[choice] || choice === level);
  if (choices.length < 2) return null;
  return (
    <div className="graph-levels" role="group" aria-label={t`A card is one of the`}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className="graph-toggle"
          aria-pressed={choice === level}
          onClick={() => {
            paneStore.setState({ entered: null, target: null });
            viewStore.getState().setLevel(choice);
          }}
        >
          {levelName(choice)}
        </button>
      ))}
    </div>
  );
}
