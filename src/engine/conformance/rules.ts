import { blockRemarks, blockRows } from './rules/blocks';
import { edgeRemarks, edgeRows } from './rules/edges';
import { emptyRows } from './rules/empties';
import { peerRows } from './rules/peers';
import { policyTypeRows } from './rules/policyTypes';
import { portRows } from './rules/ports';
import { selectorRows } from './rules/selectors';
import { serviceRows } from './rules/services';
import type { Remark, Row } from './row';

/** What Kubernetes says about NetworkPolicy: one row or more for every rule that decides a verdict. */
export const rows: readonly Row[] = [
  ...policyTypeRows,
  ...emptyRows,
  ...peerRows,
  ...selectorRows,
  ...blockRows,
  ...portRows,
  ...serviceRows,
  ...edgeRows,
];

/** Rules that no verdict depends on. */
export const remarks: readonly Remark[] = [...blockRemarks, ...edgeRemarks];
