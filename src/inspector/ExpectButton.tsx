import { ListPlus } from 'lucide-react';
import type { EntityId } from '../engine';
import { t } from '../language/t';
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
  const added = t`Added to the expectations`;
  const offer = draft.want === 'allow' ? t`Expect this to stay allowed` : t`Expect this to stay blocked`;
  return (
    <>
      <Button look="outlined" onClick={keep} disabled={isKept}>
        <ListPlus aria-hidden />
        {isKept ? added : offer}
      </Button>
      <span className="ui-hidden" role="status">
        {isKept ? added : ''}
      </span>
    </>
  );
}
