import { ListPlus } from 'lucide-react';
import type { EntityId } from '../engine';
import { useView } from '../state/hooks';
import { useExpectation } from '../state/useExpectation';
import { Button } from '../ui/Button';

/** Keeps what holds of the selected pair now. */
export function FromSelection() {
  const selection = useView((state) => state.selection);
  if (selection.kind !== 'pair') {
    return (
      <p className="expectations-quiet">
        Or select a connection in the picture: what holds of it now can be kept with one click.
      </p>
    );
  }
  const { source, destination } = selection;
  return <KeepPair key={`${source} ${destination}`} source={source} destination={destination} />;
}

function KeepPair({ source, destination }: { readonly source: EntityId; readonly destination: EntityId }) {
  const { draft, isKept, keep } = useExpectation(source, destination);
  if (draft === null) return null;
  const { want, from, to, ports } = draft;
  const on = ports.length > 0 ? ` on ${ports.join(', ')}` : '';
  return (
    <div className="expectations-selected">
      <p className="expectations-quiet">
        Selected: {from} {want === 'allow' ? 'can reach' : 'cannot reach'} {to}
        {on}.
      </p>
      <Button look="outlined" onClick={keep} disabled={isKept}>
        <ListPlus aria-hidden />
        {isKept ? 'Added' : want === 'allow' ? 'This must stay allowed' : 'This must stay blocked'}
      </Button>
    </div>
  );
}
