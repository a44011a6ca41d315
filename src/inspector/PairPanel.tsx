import { ArrowDownUp, CircleHelp } from 'lucide-react';
import type { Entity, PairExplanation } from '../engine';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { GateTrace } from './GateTrace';
import { verdictWords } from './naming';
import { cellAt } from './reach';
import { ToneMark } from './ToneMark';
import { useKept } from './useKept';

interface PairPanelProps {
  readonly source: Entity;
  readonly destination: Entity;
  readonly drawn: Analysis;
}

/** Everything about one ordered pair: the verdict at once from the picture, the reasons when they arrive. */
export function PairPanel({ source, destination, drawn }: PairPanelProps) {
  const explanation = useKept(useAnalysis(({ pair }) => (isAbout(pair, source, destination) ? pair : null)));
  const { entities } = drawn.topology;
  const cell = cellAt(
    drawn.picture,
    entities.indexOf(source) * entities.length + entities.indexOf(destination),
  );
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-kind">Connection</p>
        <h2 className="inspector-name">
          {source.name} <span aria-label="to">→</span> {destination.name}
        </h2>
        <p className="inspector-verdict">
          <ToneMark tone={cell.tone} silent />
          <span>{verdictWords(cell.tone, cell.ports)}</span>
        </p>
      </header>
      <div className="inspector-sentences" aria-busy={explanation === null}>
        {explanation !== null && <p>{explanation.sentence}</p>}
      </div>
      {explanation !== null && <Doubts doubts={explanation.doubts} />}
      {explanation !== null && <GateTrace pair={explanation} source={source} destination={destination} />}
      <Button
        look="outlined"
        onClick={() => {
          viewStore.getState().select({ kind: 'pair', source: destination.id, destination: source.id });
        }}
      >
        <ArrowDownUp aria-hidden />
        The other way round
      </Button>
    </>
  );
}

function isAbout(pair: PairExplanation | null, source: Entity, destination: Entity): boolean {
  return pair?.source === source.id && pair.destination === destination.id;
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <ul className="inspector-doubts" aria-label="What cannot be decided">
      {doubts.map((doubt) => (
        <li key={doubt}>
          <CircleHelp size={14} aria-hidden />
          <span>{doubt}</span>
        </li>
      ))}
    </ul>
  );
}
