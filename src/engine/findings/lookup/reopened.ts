import { Match } from '../../compile/match';
import { PortSets } from '../../compile/portSet';
import { portsOf } from '../../compile/rulePorts';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import { parseCidr } from '../../model/address';
import type { NetworkPolicy } from '../../model/policy';
import { facesInside } from './external';
import { isolatedRows } from './rowsOf';
import { rulesInForce, type PlacedRule } from './rules';

/** A rule with the policy it is of. */
export interface Reopener {
  readonly policy: NetworkPolicy;
  readonly placed: PlacedRule;
}

/** An entry of an except list that is let in all the same. */
export interface Reopened {
  readonly at: number;
  readonly text: string;
  readonly classes: readonly number[];
  readonly by: readonly Reopener[];
}

/** Whether an entry of an except list is open to pods of the policy, whole and on all ports of its rule. */
export function reopenedAt(
  namespace: string,
  policy: NetworkPolicy,
  placed: PlacedRule,
  { text, at }: { readonly text: string; readonly at: number },
  state: Evaluated,
): readonly Reopened[] {
  const cidr = parseCidr(text);
  const opened = portsOf(state.sets, placed.rule.ports, null);
  if (cidr === null || opened === PortSets.none) return [];
  const faces = facesInside(state.space, cidr);
  const classes: number[] = [];
  const by: Reopener[] = [];
  for (const [row, ids] of isolatedRows(state, namespace, placed.type)) {
    if (!row.selecting.policies.includes(policy)) continue;
    if (!faces.every((face) => state.sets.includes(row.definiteAt(face), opened))) continue;
    classes.push(...ids);
    by.push(...reopenersOf(state, row, placed, faces));
  }
  return classes.length === 0 ? [] : [{ at, text, classes, by }];
}

/** The rules that let in some of the faces; the block that has the except lets in none of them. */
function reopenersOf(
  { space }: Evaluated,
  row: Row,
  { type }: PlacedRule,
  faces: readonly number[],
): readonly Reopener[] {
  return row.selecting.policies.flatMap((policy) =>
    rulesInForce(policy)
      .filter((placed) => {
        const matches = space.matchesOf(placed.rule.peers, policy.namespace);
        return placed.type === type && faces.some((face) => matches[face] === Match.yes);
      })
      .map((placed) => ({ policy, placed })),
  );
}
