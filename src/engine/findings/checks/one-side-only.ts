import { n, t } from '../../../language/t';
import type { Space } from '../../compile/space';
import type { Row } from '../../evaluate/row';
import type { PodPeer } from '../../model/policy';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { podsMatched, unitsOf } from '../lookup/classes';
import { consentFixes } from '../lookup/consent';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce } from '../lookup/rules';
import { namedPair, stoppedBy, type NamedPair } from '../lookup/sides';
import { listed, namesOf } from '../lookup/words';
import { isToldBy } from '../lookup/toldBy';
import { namedPort } from './named-port';
import { protocolForgotten } from './protocol-forgotten';
import { servicePort } from './service-port';

/** A rule names both ends of a connection, and the policies of the other end stop it. */
export const oneSideOnly: WorkspaceCheck = {
  code: 'one-side-only',
  severity: 'warning',
  docs: pages.isolation,
  looksAt: 'workspace',
  *find(ask) {
    const { state } = ask;
    for (const [index, policy] of state.book.policies.entries()) {
      if (index % PAUSE === PAUSE - 1) yield null;
      for (const placed of rulesInForce(policy)) {
        for (const peer of podPeersOf(placed.rule)) {
          const pair = namedPair(state, policy, placed, peer);
          const stopping = pair && stoppedBy(state, pair);
          const found = pair && stopping && remembered(pair, stopping, ask);
          if (found) yield* [found, null];
        }
      }
    }
  },
};

/** After so many policies there is a pause. */
const PAUSE = 100;

/** What was found at a peer, and the rows that stop it: the same rows are the same finding. */
interface Known {
  readonly space: Space;
  readonly stopping: readonly Row[];
  readonly found: Found | null;
}

const known = new WeakMap<PodPeer, Known>();

function remembered(pair: NamedPair, stopping: readonly Row[], ask: Inquiry): Found | null {
  const { space } = ask.state;
  const last = known.get(pair.peer);
  const isSame =
    last?.stopping.length === stopping.length && last.stopping.every((row) => stopping.includes(row));
  if (last && isSame && last.space === space) return last.found;
  const found = isOfPorts(pair, stopping, ask) ? null : foundIn(pair, stopping, ask);
  known.set(pair.peer, { space, stopping, found });
  return found;
}

const ports = [servicePort, protocolForgotten, namedPort];

/** With another port, or protocol, the two sides may well agree: a slip in it is told of by itself. */
function isOfPorts({ policy, placed, own }: NamedPair, stopping: readonly Row[], ask: Inquiry): boolean {
  if (isToldBy(ports, policy, placed.rule, ask)) return true;
  const policies = new Set(stopping.flatMap(({ selecting }) => selecting.policies));
  const mine = new Set(own);
  return [...policies].some((other) =>
    rulesInForce(other).some(
      ({ type, rule }) =>
        type !== placed.type &&
        podsMatched(ask.state, rule, other.namespace).some((id) => mine.has(id)) &&
        isToldBy(ports, other, rule, ask),
    ),
  );
}

function foundIn(pair: NamedPair, stopping: readonly Row[], ask: Inquiry): Found {
  const { state } = ask;
  const { policy, placed, peer, own, others } = pair;
  const isEgress = placed.type === 'Egress';
  const [mine, theirs] = [unitsOf(state, own), unitsOf(state, others)];
  const [here, there] = [namesOf(mine), namesOf(theirs)];
  const policies = [...new Set(stopping.flatMap(({ selecting }) => selecting.policies))];
  const names = listed(policies.map(({ name }) => name));
  return {
    object: policy,
    range: peer.range,
    message: isEgress
      ? n(
          policies.length,
        )`${here} may send to ${there}, and ${names} does not let it in.|${here} may send to ${there}, and ${names} do not let it in.`
      : n(
          policies.length,
        )`${here} may receive from ${there}, and ${names} does not let it out.|${here} may receive from ${there}, and ${names} do not let it out.`,
    explanation: isEgress
      ? t`A connection needs the consent of both ends: the egress rules of the one that opens it, and the ingress rules of the one it goes to. This rule allows it here; the other end is isolated for ingress and no rule of ${names} says yes to it, so nothing passes. Allow it there too.`
      : t`A connection needs the consent of both ends: the egress rules of the one that opens it, and the ingress rules of the one it goes to. This rule allows it here; the other end is isolated for egress and no rule of ${names} says yes to it, so nothing passes. Allow it there too.`,
    concerns: [...new Set([...mine, ...theirs])],
    fixes: consentFixes(pair, policies, ask),
  };
}
