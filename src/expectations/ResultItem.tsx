import { FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ExpectationResult, Offender, Place } from '../engine';
import { rich } from '../language/rich';
import { grouped, t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { documentStore } from '../state/documentStore';
import { removeExpectation } from '../state/expectationText';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { StatusMark } from './StatusMark';
import { endWords } from './words';

/** More pairs than this are unfolded on demand. */
const FEW = 3;

/** One expectation: what must hold, what became of it, and the pairs that break it. */
export function ResultItem({ result }: { readonly result: ExpectationResult }) {
  const { status, sentence, outcome, offenders, broken, undecided, place } = result;
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? offenders : offenders.slice(0, FEW);
  const untold = broken + undecided - offenders.length;
  return (
    <li className="expectations-item" data-status={status}>
      <div className="expectations-head">
        <StatusMark status={status} />
        {place !== null && <ItemButtons sentence={sentence} place={place} />}
      </div>
      <p className="expectations-sentence">{sentence}</p>
      {status !== 'passed' && outcome !== '' && <p className="expectations-quiet">{outcome}</p>}
      {shown.length > 0 && (
        <ul className="expectations-pairs" aria-label={t`Pairs that break it: ${sentence}`}>
          {shown.map((offender) => (
            <OffenderItem key={`${offender.source.id} ${offender.destination.id}`} offender={offender} />
          ))}
        </ul>
      )}
      {offenders.length > FEW && (
        <Button
          look="link"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? t`Fewer` : t`${grouped(offenders.length - FEW)} more`}
        </Button>
      )}
      {isOpen && untold > 0 && (
        <p className="expectations-quiet">{t`and ${grouped(untold)} more that are only counted`}</p>
      )}
    </li>
  );
}

interface ItemButtonsProps {
  readonly sentence: string;
  readonly place: Place;
}

function ItemButtons({ sentence, place }: ItemButtonsProps) {
  return (
    <span className="expectations-tools">
      <IconButton
        label={t`Show in the text: ${sentence}`}
        tip="below-left"
        icon={<FileText aria-hidden />}
        onClick={() => {
          viewStore.getState().revealPlace(place);
        }}
      />
      <IconButton
        label={t`Delete: ${sentence}`}
        tip="below-left"
        icon={<Trash2 aria-hidden />}
        onClick={() => {
          // A place counts in the text it was found in; and what shares its lines is for the person to take apart.
          const isNewest = analysisStore.getState().drawn?.revision === documentStore.getState().revision;
          if (!isNewest || !removeExpectation(place)) viewStore.getState().revealPlace(place);
        }}
      />
    </span>
  );
}

function OffenderItem({ offender }: { readonly offender: Offender }) {
  const { source, destination, isCertain, ports, reason, deciding } = offender;
  const isSelected = useView(
    ({ selection }) =>
      selection.kind === 'pair' && selection.source === source.id && selection.destination === destination.id,
  );
  return (
    <li>
      <button
        type="button"
        className="expectations-pair"
        aria-pressed={isSelected}
        onClick={() => {
          viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
        }}
      >
        <span>
          {endWords(source)} <span aria-label={t`to`}>→</span> {endWords(destination)}
        </span>
        <span className="expectations-ports">{isCertain ? ports : t`${ports}: cannot say`}</span>
      </button>
      {reason !== '' && <p className="expectations-quiet">{reason}</p>}
      {deciding.length > 0 && (
        <p className="expectations-quiet">
          {rich`Decided by ${deciding.slice(0, FEW).map(({ name, place }) => (
            <Button
              key={`${name} ${String(place.start)}`}
              look="link"
              onClick={() => {
                viewStore.getState().revealPlace(place);
              }}
            >
              {name}
            </Button>
          ))}`}
        </p>
      )}
    </li>
  );
}
