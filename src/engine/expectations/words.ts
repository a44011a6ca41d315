import type { Expectation, ExpectedEnd, ExpectedPort } from './expectation';
import { firstPort, lastPort } from '../compile/portSet';

/** What must hold, as one would say it: its name, or `No pod can reach 169.254.169.254`. */
export function sentenceOf({ want, name, from, to, ports }: Expectation): string {
  if (name !== null) return name;
  const what = ports.length === 0 ? (want === 'allow' ? ' on every port' : '') : ` on ${portWords(ports)}`;
  const isOne = from.kind === 'name' || from.kind === 'addresses';
  if (want === 'block') {
    return isOne
      ? `${from.text} cannot reach ${any(to)}${what}`
      : `${capital(none(from))} can reach ${any(to)}${what}`;
  }
  return `${isOne ? from.text : capital(every(from))} can reach ${every(to)}${what}`;
}

function every(end: ExpectedEnd): string {
  switch (end.kind) {
    case 'any':
      return 'every pod';
    case 'pods':
      return `every pod ${withoutNoun(end.text)}`;
    case 'namespace':
    case 'outside':
      return `everything ${where(end)}`;
    case 'name':
    case 'addresses':
      return end.text;
  }
}

function any(end: ExpectedEnd): string {
  return every(end).replace(/^every/, 'any');
}

function none(end: ExpectedEnd): string {
  return every(end)
    .replace(/^everything/, 'nothing')
    .replace(/^every/, 'no');
}

function where(end: ExpectedEnd): string {
  if (end.kind !== 'namespace') return 'outside the cluster';
  return `${end.isOther ? 'outside' : 'in'} namespace ${end.namespace}`;
}

const withoutNoun = (text: string): string => text.replace(/^pods /, '');

/** `TCP 8080, UDP 53, port http` */
function portWords(ports: readonly ExpectedPort[]): string {
  return ports
    .map((port) => {
      if ('name' in port) return `port ${port.name}`;
      const { protocol, from, to } = port;
      if (from === firstPort && to === lastPort) return `every ${protocol} port`;
      return `${protocol} ${String(from)}${from === to ? '' : `–${String(to)}`}`;
    })
    .join(', ');
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
