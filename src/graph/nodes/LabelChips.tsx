import type { WorkloadEntity } from '../../engine';

interface LabelChipsProps extends Pick<WorkloadEntity, 'labels'> {
  /** Width they may take. */
  readonly room: number;
}

/** Told by other means, or the same for every workload. */
const DULL =
  /^(pod-template-hash|controller-revision-hash|pod-template-generation|(statefulset|apps|batch)\.kubernetes\.io\/.*|helm\.sh\/.*|.*\/(managed-by|part-of|version|instance))$/;
const SHOWN = 3;
const LETTER = 6.1;
const AROUND = 13;
const MORE = 20;

/** The labels selectors will probably use, as many as fit; all of them on hover. */
export function LabelChips({ labels, room: width }: LabelChipsProps) {
  const telling = [...labels].sort(([a], [b]) => Number(DULL.test(a)) - Number(DULL.test(b)));
  const shown: string[] = [];
  let room = width - MORE;
  for (const [key, value] of telling.slice(0, SHOWN)) {
    const text = `${lastPart(key)}=${value}`;
    room -= text.length * LETTER + AROUND;
    if (shown.length > 0 && room < 0) break;
    shown.push(text);
  }
  const more = labels.length - shown.length;
  return (
    <div className="graph-labels" title={labels.map(([key, value]) => `${key}: ${value}`).join('\n')}>
      {shown.map((text) => (
        <span key={text} className="graph-label">
          {text}
        </span>
      ))}
      {more > 0 && <span className="graph-more">+{more}</span>}
    </div>
  );
}

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
