import type { EntityId } from '../../engine';
import { n } from '../../language/t';
import { Button } from '../../ui/Button';

interface UnseenChipProps {
  readonly unseen: readonly EntityId[];
  readonly fit: () => void;
}

/** Says that an edit put something where it is not seen, and shows all of the picture. */
export function UnseenChip({ unseen, fit }: UnseenChipProps) {
  return (
    <div className="graph-unseen" role="status">
      {unseen.length > 0 && (
        <Button look="outlined" onClick={fit}>
          {unseenWords(unseen)}
        </Button>
      )}
    </div>
  );
}

function unseenWords(unseen: readonly EntityId[]): string {
  const count = unseen.length;
  return unseen.every((id) => id.startsWith('external/'))
    ? n(count)`${count} new address range out of view|${count} new address ranges out of view`
    : n(count)`${count} new card out of view|${count} new cards out of view`;
}
