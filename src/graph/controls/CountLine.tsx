import { Suspense } from 'react';
import { useStore } from 'zustand';
import { t } from '../../language/t';
import type { Analysis } from '../../state/analysisStore';
import type { Seen } from '../../state/seen';
import { Button } from '../../ui/Button';
import { late, stayAway } from '../../ui/late';
import { paneStore } from '../paneStore';
import { emptyLine, showingLine, sum } from '../picture/countLine';
import type { PairCounts } from '../picture/edgesToDraw';

const LensNote = late(() => import('./LensNote').then((module) => module.LensNote), stayAway);

/** More lines than this would stop the page. */
const LINES_MOST = 3000;

interface CountLineProps {
  readonly answer: Analysis;
  readonly counts: PairCounts;
  readonly seen: Seen | null;
}

/** Says how much of the whole the picture shows. */
export function CountLine({ answer, counts, seen }: CountLineProps) {
  const everything = useStore(paneStore, (state) => state.everything);
  const total = sum(counts.total);
  const isPart = sum(counts.drawn) < total;
  const offersAll = everything || (isPart && total <= LINES_MOST);
  const words = showingLine(answer.topology, counts);
  const empty = emptyLine(answer.topology);
  return (
    <p className="graph-counts" data-part={isPart}>
      <span title={words}>{words}</span>
      {offersAll && (
        <Button
          look="link"
          aria-pressed={everything}
          onClick={() => {
            paneStore.setState({ everything: !everything });
          }}
        >
          {everything ? t`Show fewer` : t`Show all lines`}
        </Button>
      )}
      {empty !== null && (
        <span className="graph-nobody" title={empty}>
          {empty}
        </span>
      )}
      {seen !== null && (
        <Suspense>
          <LensNote answer={answer} seen={seen} />
        </Suspense>
      )}
    </p>
  );
}
