import { ArrowDownUp, CircleHelp } from 'lucide-react';
import { Tone, type EntityId, type FoldExplanation, type PairExplanation } from '../engine';
import { n, t } from '../language/t';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { inPart } from '../state/partWords';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { Termed } from '../ui/Term';
import { AllowThis } from './AllowThis';
import { cellBetween } from './cell';
import { ExpectButton } from './ExpectButton';
import { GateTrace } from './GateTrace';
import { nameInId, verdictWords } from './naming';
import { NearMissList } from './NearMissList';
import { ReachList } from './ReachList';
import { ToneMark } from './ToneMark';
import { useKept } from './useKept';

interface PairPanelProps {
  readonly source: EntityId;
  readonly destination: EntityId;
  readonly drawn: Analysis;
  readonly notify: ((words: string) => void) | null;
}

/** How a pair fares that may want to be let through. */
const lacking: readonly Tone[] = [Tone.blockedEgress, Tone.blockedIngress, Tone.partial, Tone.unknown];

/** Everything about one ordered pair: the verdict at once from the picture, the reasons when they arrive. */
export function PairPanel({ source, destination, drawn, notify }: PairPanelProps) {
  const { topology, picture } = drawn;
  const newest = useAnalysis(({ pair }) =>
    pair?.source === source && pair.destination === destination ? pair : null,
  );
  const explanation = useKept(newest);
  const nameOf = (id: EntityId): string =>
    topology.entities.find((entity) => entity.id === id)?.name ?? nameInId(id).name;
  const isInside = source === destination;
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-kind">{isInside ? t`Connections inside` : t`Connection`}</p>
        <h2 className="inspector-name">
          {nameOf(source)}
          {!isInside && (
            <>
              {' '}
              <span aria-label={t`to`}>→</span> {nameOf(destination)}
            </>
          )}
        </h2>
        <Verdict cell={cellBetween(topology, picture, source, destination)} explanation={explanation} />
      </header>
      {explanation?.kind === 'pair' && <PairReasons pair={explanation} />}
      {notify !== null && explanation?.kind === 'pair' && lacking.includes(explanation.tone) && (
        <AllowThis source={source} destination={destination} notify={notify} />
      )}
      {explanation?.kind === 'fold' && (
        <ReachList title={t`Can connect`} reach={explanation.pairs} side="both" />
      )}
      <div className="inspector-actions">
        {!isInside && (
          <Button
            look="outlined"
            onClick={() => {
              viewStore.getState().select({ kind: 'pair', source: destination, destination: source });
            }}
          >
            <ArrowDownUp aria-hidden />
            {t`The other way round`}
          </Button>
        )}
        <ExpectButton key={`${source} ${destination}`} source={source} destination={destination} />
      </div>
    </>
  );
}

interface VerdictProps {
  readonly cell: ReturnType<typeof cellBetween>;
  readonly explanation: PairExplanation | FoldExplanation | null;
}

/** The picture knows it first; of ends without a card the explanation does. */
function Verdict({ cell, explanation }: VerdictProps) {
  if (cell !== null) {
    const words =
      cell.total > 1
        ? n(
            cell.total,
          )`${cell.passing} of ${cell.total} pair can connect|${cell.passing} of ${cell.total} pairs can connect`
        : verdictWords(cell.tone, cell.ports);
    return (
      <p className="inspector-verdict">
        <ToneMark tone={cell.tone} silent />
        <span>{cell.isPart && cell.total > 1 ? inPart(words) : words}</span>
      </p>
    );
  }
  if (explanation?.kind !== 'pair') return null;
  return (
    <p className="inspector-verdict">
      <ToneMark tone={explanation.tone} silent />
      <span>{verdictWords(explanation.tone, explanation.allowed)}</span>
    </p>
  );
}

function PairReasons({ pair }: { readonly pair: PairExplanation }) {
  return (
    <>
      <div className="inspector-sentences">
        <p>
          <Termed>{pair.sentence}</Termed>
        </p>
      </div>
      <Doubts doubts={pair.doubts} />
      <GateTrace pair={pair} />
      {pair.nearMisses !== null && <NearMissList of={pair.nearMisses} />}
    </>
  );
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <ul className="inspector-doubts" aria-label={t`What cannot be decided`}>
      {doubts.map((doubt) => (
        <li key={doubt}>
          <CircleHelp size={14} aria-hidden />
          <span>{doubt}</span>
        </li>
      ))}
    </ul>
  );
}
