import { bookkeepingLabels, type WorkloadEntity } from '../../engine';

export type LabelsLook = WorkloadEntity['labels'];

/** Told by other means, or the same for every workload. */
const DULL =
  /^((statefulset|apps|batch)\.kubernetes\.io\/.*|helm\.sh\/.*|.*\/(managed-by|part-of|version|instance))$/;

const bookkeeping = new Set(bookkeepingLabels);

/** The labels a card tells: first those that policies ask for, and none that only a controller cares for. */
export function tellingLabels(labels: LabelsLook, asked: ReadonlySet<string>): LabelsLook {
  const rank = (key: string): number => (asked.has(key) ? 0 : DULL.test(key) ? 2 : 1);
  return labels
    .filter(([key]) => asked.has(key) || !bookkeeping.has(key))
    .sort(([a], [b]) => rank(a) - rank(b));
}
