import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import type { PolicyType } from '../../model/policy';

/** The rows of a namespace that isolate, each with the ids of the classes it is the row of. */
export function isolatedRows(
  { space, rows }: Evaluated,
  namespace: string,
  type: PolicyType,
): ReadonlyMap<Row, readonly number[]> {
  const found = new Map<Row, number[]>();
  const { from, to } = space.spans.get(namespace) ?? { from: 0, to: 0 };
  for (let id = from; id < to; id++) {
    const row = rows[type][id];
    if (!row?.isolated) continue;
    const ids = found.get(row);
    if (ids) ids.push(id);
    else found.set(row, [id]);
  }
  return found;
}
