import { Map as MapIcon, Shapes } from 'lucide-react';
import { useStore } from 'zustand';
import type { Answer } from '../../engine';
import { useView } from '../../state/hooks';
import { viewStore, type ShownEdges } from '../../state/viewStore';
import { IconButton } from '../../ui/IconButton';
import { paneStore } from '../paneStore';
import { countWord } from '../picture/countLine';
import type { PairCounts } from '../picture/edgesToDraw';
import { hasNamespaces, type DrawnLevel } from '../picture/level';
import { Sample } from './Sample';

interface ToolbarProps {
  readonly answer: Answer;
  readonly level: DrawnLevel;
  readonly counts: PairCounts | null;
  readonly hasMap: boolean;
}

/** What is shown of the picture. */
export function Toolbar({ answer, level, counts, hasMap }: ToolbarProps) {
  const legend = useStore(paneStore, (state) => state.legend);
  const minimap = useStore(paneStore, (state) => state.minimap);
  return (
    <div className="graph-toolbar" role="toolbar" aria-label="Picture">
      {counts !== null && <Filters counts={counts} />}
      <span className="graph-toolbar-gap" />
      {hasNamespaces(answer.topology) && <Levels level={level} />}
      {hasMap && (
        <IconButton
          label="Map"
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
        onClick={() => {
          paneStore.setState({ legend: !legend });
        }}
      >
        <Shapes aria-hidden size={15} />
        <span className="graph-legend-word">Legend</span>
      </button>
    </div>
  );
}

const FILTERS: readonly { readonly kind: keyof ShownEdges; readonly words: string }[] = [
  { kind: 'allowed', words: 'Allowed' },
  { kind: 'blocked', words: 'Blocked' },
  { kind: 'open', words: 'Open by default' },
];

function Filters({ counts }: { readonly counts: PairCounts }) {
  const shown = useView((state) => state.shown);
  return (
    <div className="graph-filters" role="group" aria-label="Connections shown">
      {FILTERS.map(({ kind, words }) => (
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
          {words}
          <span className="graph-toggle-count">{countWord(counts.total[kind])}</span>
        </button>
      ))}
    </div>
  );
}

const LEVELS: readonly { readonly level: DrawnLevel; readonly words: string }[] = [
  { level: 'namespaces', words: 'Namespaces' },
  { level: 'workloads', words: 'Workloads' },
];

function Levels({ level }: { readonly level: DrawnLevel }) {
  return (
    <div className="graph-levels" role="group" aria-label="A card is one of the">
      {LEVELS.map((choice) => (
        <button
          key={choice.level}
          type="button"
          className="graph-toggle"
          aria-pressed={choice.level === level}
          onClick={() => {
            viewStore.getState().setLevel(choice.level);
          }}
        >
          {choice.words}
        </button>
      ))}
    </div>
  );
}
