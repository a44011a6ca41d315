import { ListPlus } from 'lucide-react';
import type { EntityId } from '../engine';
import { useExpectation } from '../state/useExpectation';
import { Button } from '../ui/Button';

interface ExpectButtonProps {
  readonly source: EntityId;
  readonly destination: EntityId;
}

/** Keeps what holds of a pair now: from then on it is checked after every edit. */
export function ExpectButton({ source, destination }: ExpectButtonProps) {
  const { draft, isKept, keep } = useExpectation(source, destination);
  if (draft === null) return null;
  const stay = draft.want === 'allow' ? 'stay allowed' : 'stay blocked';
  return (
    <>
      <Button look="outlined" onClick={keep} disabled={isKept}>
        <ListPlus aria-hidden />
        {isKept ? 'Added to the expectations' : `Expect this to ${stay}`}
      </Button>
      <span className="ui-hidden" role="status">
        {isKept ? 'Added to the expectations' : ''}
      </span>
    </>
  );
}
