import type { LessonResult } from '../engine';
import { t } from '../language/t';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';

type Pair = LessonResult['goals'][number]['offenders'][number];

/** A pair of a lesson's result; a click selects it in the picture. */
export function PairButton({
  pair: { source, destination, ports },
}: {
  readonly pair: Pick<Pair, 'source' | 'destination' | 'ports'>;
}) {
  const isSelected = useView(
    ({ selection }) =>
      selection.kind === 'pair' && selection.source === source.id && selection.destination === destination.id,
  );
  return (
    <button
      type="button"
      className="lessons-pair"
      aria-pressed={isSelected}
      onClick={() => {
        viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
      }}
    >
      <span>
        {endWords(source)} <span aria-label={t`to`}>→</span> {endWords(destination)}
      </span>
      <span className="lessons-quiet">{ports}</span>
    </button>
  );
}

const endWords = ({ name, namespace }: Pair['source']): string =>
  namespace === null ? name : `${namespace}/${name}`;
