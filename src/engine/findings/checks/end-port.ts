import { n, t } from '../../../language/t';
import type { NetworkPolicy, PolicyPort } from '../../model/policy';
import type { DocumentFix, Inquiry, WorkspaceCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { appendItems, replaceItem } from '../lookup/replaceItem';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/** A range of ports, of which an old network plugin opens the first one only. Said once. */
export const endPort: WorkspaceCheck = {
  code: 'end-port',
  severity: 'info',
  docs: pages.portRange,
  looksAt: 'workspace',
  find: (ask) => {
    const { state } = ask;
    const ranges = state.book.policies.flatMap((policy) => rangesIn(policy));
    const [first, ...others] = ranges;
    if (first === undefined) return [];
    const { policy, placed, port, at } = first;
    const number = String(port.port);
    const more = others.length;
    return [
      {
        object: policy,
        range: port.range,
        message:
          more === 0
            ? t`An old network plugin opens port ${number} alone of this range.`
            : n(
                more,
              )`An old network plugin opens port ${number} alone of this range (and ${more} other range).|An old network plugin opens port ${number} alone of this range (and ${more} other ranges).`,
        explanation: t`endPort is part of Kubernetes since 1.25, and every API server accepts it; a network plugin that does not know it applies the first port and says nothing. Cilium knows it since 1.16. If yours is older, list the ports one by one.`,
        concerns: unitsOf(state, classesSelected(state, policy)),
        fixes: more === 0 ? fixesFor(policy, placed, port, at, ask) : [],
      },
    ];
  },
};

/** A range of ports, and where it is written. */
interface PlacedRange {
  readonly policy: NetworkPolicy;
  readonly placed: PlacedRule;
  readonly port: PolicyPort;
  readonly at: number;
}

const known = new WeakMap<NetworkPolicy, readonly PlacedRange[]>();
/** Longer ones are not to be listed. */
const MOST_LISTED = 8;

function rangesIn(policy: NetworkPolicy): readonly PlacedRange[] {
  let ranges = known.get(policy);
  if (!ranges) {
    ranges = rulesInForce(policy).flatMap((placed) =>
      placed.rule.ports.flatMap((port, at) =>
        port.endPort !== null && port.endPort !== port.port ? { policy, placed, port, at } : [],
      ),
    );
    known.set(policy, ranges);
  }
  return ranges;
}

function fixesFor(
  policy: NetworkPolicy,
  placed: PlacedRule,
  { protocol, port, endPort: last }: PolicyPort,
  at: number,
  ask: Inquiry,
): readonly DocumentFix[] {
  if (typeof port !== 'number' || last === null || last - port >= MOST_LISTED) return [];
  const items = Array.from({ length: last - port + 1 }, (_, index) => ({ protocol, port: port + index }));
  return fixInRule(ask, policy, placed, t`List the ports one by one`, (sheet, rule) => {
    const ports = listIn(rule, 'ports');
    const [first, ...rest] = items;
    if (ports === null || first === undefined) return null;
    const replaced = replaceItem(sheet, ports, at, first);
    const added = appendItems(sheet, ports, rest);
    return replaced && added && [...replaced, ...added];
  });
}
