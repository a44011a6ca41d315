import { t } from '../../../language/t';
import type { PolicyCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce } from '../lookup/rules';
import { firstLine } from '../lookup/spots';

/** An entry of `ports` without a port: every port of its protocol. */
export const portEntryWithoutPort: PolicyCheck = {
  code: 'port-entry-without-port',
  severity: 'info',
  docs: pages.policyReference,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap(({ rule }) =>
      rule.ports.flatMap(({ port, protocol, range }) =>
        port !== null
          ? []
          : [
              {
                object: policy,
                range: firstLine(ask.source(policy), range),
                message: t`Without a port this entry allows every ${protocol} port, and nothing of other protocols.`,
                explanation: t`What an entry of "ports" leaves out does not restrict it, but for the protocol, which is TCP unless it is written. For every port of every protocol leave out "ports" altogether.`,
                concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
                fixes: [],
              },
            ],
      ),
    ),
};
