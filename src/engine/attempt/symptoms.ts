import { t } from '../../language/t';
import type { Attempt, Fate } from './attempt';

/** What the client prints, in the words of curl for TCP and of nc for the rest. */
export function symptomOf(fate: Fate, { protocol, port }: Attempt, host: string): string {
  const isTcp = protocol === 'TCP';
  switch (fate) {
    case 'connected':
      return isTcp ? `* Connected to ${host} port ${String(port)}` : `${host} ${String(port)} open`;
    case 'unresolved':
      return isTcp ? 'curl: (28) Resolving timed out after 5000 milliseconds' : `nc: bad address '${host}'`;
    case 'unknown-host':
      return isTcp ? `curl: (6) Could not resolve host: ${host}` : `nc: bad address '${host}'`;
    case 'timed-out':
      return isTcp
        ? 'curl: (28) Connection timed out after 5000 milliseconds'
        : t`nothing at all: UDP and SCTP datagrams are dropped in silence`;
    case 'refused':
      return isTcp
        ? `curl: (7) Failed to connect to ${host} port ${String(port)}: Connection refused`
        : `nc: ${host} ${String(port)}: Connection refused`;
    case 'flaky':
      return t`sometimes it connects, sometimes: Connection timed out`;
    case 'unknown':
      return '';
  }
}

/** The line that tries it on a real cluster. `from` null: from outside, on one's own machine. */
export function commandOf(
  from: { readonly namespace: string; readonly target: string } | null,
  { protocol, port }: Attempt,
  host: string,
): string {
  const name = host.includes(':') ? `[${host}]` : host;
  const client =
    protocol === 'TCP'
      ? `curl -sv -m 5 telnet://${name}:${String(port)}`
      : `nc -zv${protocol === 'UDP' ? 'u' : ''} -w 5 ${host} ${String(port)}`;
  return from === null ? client : `kubectl exec -n ${from.namespace} ${from.target} -- ${client}`;
}
