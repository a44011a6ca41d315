import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { paneStore } from '../paneStore';
import type { PairCounts } from '../picture/edgesToDraw';
import { countLine, sum } from '../picture/countLine';

/** More lines than this would stop the page. */
const LINES_MOST = 1500;

/** Says how much of the whole the picture shows. */
export function CountLine({ counts }: { readonly counts: PairCounts | null }) {
  const everything = useStore(paneStore, (state) => state.everything);
  if (counts === null)
    return (
      <p className="graph-counts">
        A line stands for all connections from one namespace to another; select a namespace for the numbers.
      </p>
    );
  const total = sum(counts.total);
  const isPart = sum(counts.drawn) < total;
  const offersAll = everything || (isPart && total <= LINES_MOST);
  return (
    <p className="graph-counts">
      {countLine(counts)}
      {offersAll && (
        <>
          {' · '}
          <Button
            look="link"
            aria-pressed={everything}
            onClick={() => {
              paneStore.setState({ everything: !everything });
            }}
          >
            {everything ? 'Show fewer' : 'Show all'}
          </Button>
        </>
      )}
    </p>
  );
}
