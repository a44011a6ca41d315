import { ListPlus } from 'lucide-react';
import type { EntityId, ExpectationDraft } from '../engine';
import { t } from '../language/t';
import { useView } from '../state/hooks';
import { useExpectation } from '../state/useExpectation';
import { Button } from '../ui/Button';

/** Keeps what holds of the selected pair now. */
export function FromSelection() {
  const selection = useView((state) => state.selection);
  if (selection.kind !== 'pair') {
    return (
      <p className="expectations-quiet">
        {t`Or select a connection in the picture: what holds of it now can be kept with one click.`}
      </p>
    );
  }
  const { source, destination } = selection;
  return <KeepPair key={`${source} ${destination}`} source={source} destination={destination} />;
}

function KeepPair({ source, destination }: { readonly source: EntityId; readonly destination: EntityId }) {
  const { draft, isKept, keep } = useExpectation(source, destination);
  if (draft === null) return null;
  return (
    <div className="expectations-selected">
      <p className="expectations-quiet">{selectedWords(draft)}</p>
      <Button look="outlined" onClick={keep} disabled={isKept}>
        <ListPlus aria-hidden />
        {isKept ? t`Added` : draft.want === 'allow' ? t`This must stay allowed` : t`This must stay blocked`}
      </Button>
    </div>
  );
}

function selectedWords({ want, from, to, ports }: ExpectationDraft): string {
  const on = ports.join(', ');
  if (want === 'allow')
    return on === '' ? t`Selected: ${from} can reach ${to}.` : t`Selected: ${from} can reach ${to} on ${on}.`;
  return on === ''
    ? t`Selected: ${from} cannot reach ${to}.`
    : t`Selected: ${from} cannot reach ${to} on ${on}.`;
}
