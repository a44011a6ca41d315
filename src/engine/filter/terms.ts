import { t } from '../../language/t';
import type { Protocol } from '../model/objects';
import type { Range } from '../source';
import { askedVerdicts, type AskedPorts, type FilterProblem, type Term } from './expression';

/** The terms there are. */
export const termKeys = ['ns', 'label', 'kind', 'port', 'verdict', 'policy', 'from', 'to'] as const;
export type TermKey = (typeof termKeys)[number];

/** One line of help. */
export function termHelp(key: TermKey): string {
  switch (key) {
    case 'ns':
      return t`in this namespace`;
    case 'label':
      return t`with this label: app=web, or only a key`;
    case 'kind':
      return t`of this kind: Deployment, Pod, External, …`;
    case 'port':
      return t`pairs that may connect on this port: 8080, 8000-8080, udp/53, dns`;
    case 'verdict':
      return t`pairs that are ${askedVerdicts.join(', ')}`;
    case 'policy':
      return t`what this policy selects, and the pairs it grants`;
    case 'from':
      return t`pairs that leave this: a name, ns:shop, or (…)`;
    case 'to':
      return t`pairs that arrive at this: a name, ns:shop, or (…)`;
  }
}

/** The terms that take one word. `from` and `to` take any condition. */
export type WordTerm = Exclude<TermKey, 'from' | 'to'>;

export const isTermKey = (key: string): key is TermKey => termKeys.some((one) => one === key);

/** One term with its value, or what is wrong with it; `range` is that of the value. */
export function termOf(key: WordTerm, value: string, range: Range): Term | FilterProblem {
  switch (key) {
    case 'ns':
    case 'kind':
    case 'policy':
      return { kind: key, name: value, range };
    case 'label': {
      const [name = '', ...rest] = value.split('=');
      const wanted = rest.join('=').replace(/^=/, '');
      return { kind: 'label', key: name.trim(), value: rest.length === 0 ? null : wanted.trim(), range };
    }
    case 'verdict': {
      const verdict = askedVerdicts.find((one) => one === value.toLowerCase());
      if (verdict !== undefined) return { kind: 'verdict', verdict, ports: null, range };
      const sentence = t`verdict: is one of ${askedVerdicts.join(', ')}.`;
      return { code: 'unknown-verdict', sentence, ...range };
    }
    case 'port': {
      const ports = value.split(',').map(portsIn);
      if (ports.every((one) => one !== null)) return { kind: 'port', ports, range };
      return { code: 'bad-port', sentence: t`A port is a number up to 65535, a range, or a name.`, ...range };
    }
  }
}

const PROTOCOLS: Readonly<Record<string, Protocol>> = { tcp: 'TCP', udp: 'UDP', sctp: 'SCTP' };
const LAST = 65535;

/** `8080`, `8000-8080`, `udp/53`, `53/udp`, `dns`; null: no port. */
function portsIn(text: string): AskedPorts | null {
  const parts = text.trim().toLowerCase().split('/');
  const named = parts.findIndex((part) => Object.hasOwn(PROTOCOLS, part));
  const protocol = parts.length === 2 && named >= 0 ? (PROTOCOLS[parts[named] ?? ''] ?? null) : null;
  if (parts.length > 2 || (parts.length === 2 && protocol === null)) return null;
  const port = (parts.length === 2 ? parts[1 - named] : parts[0]) ?? '';
  const numbers = /^(\d+)(?:[-–](\d+))?$/.exec(port);
  if (numbers === null)
    return /^[a-z0-9][-a-z0-9]*$/.test(port) && /[a-z]/.test(port) ? { protocol, name: port } : null;
  const from = Number(numbers[1]);
  const to = Number(numbers[2] ?? numbers[1]);
  return from >= 1 && to <= LAST && from <= to ? { protocol, from, to } : null;
}
