import { t } from '../../language/t';
import { protocols } from '../compile/portSet';
import { knownPorts } from '../filter/askedPorts';
import { parseAddress, parseCidr } from '../model/address';
import { isLoopbackText } from '../loopback';
import type { Attempt, Misread } from './attempt';

/** Where a client of such a URL connects to when it names no port. */
const usualPorts: Readonly<Record<string, number>> = {
  ...knownPorts,
  ws: 80,
  wss: 443,
  amqp: 5672,
  ldaps: 636,
  nats: 4222,
};

const url =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)(?::(?<port>\d+))?(?:[/?#].*)?$/i;
const hostAndPort = /^(?<host>\[[^\]]+\]|[^:\s]+):(?<port>\d+)$/;
const bracketed = /^\[(?<host>[^\]]+)\]$/;
/** Namespaces have no dots, so this is no pod. */
const hostAndPath = /^(?<host>[^/\s]+\.[^/\s]+)\/.*$/;
const hostName = /^(?:[\p{L}\p{N}_-]{1,63}\.)*[\p{L}\p{N}_-]{1,63}\.?$/u;

/** What stands where a host should and is none, with what may be meant; null: it may be one. */
export function misreadHost(text: string): Misread | null {
  const misread = (sentence: string, instead: Misread['instead'] = null): Misread => ({
    field: 'to',
    sentence,
    instead,
  });
  if (parseAddress(text) !== null) return null;
  const { scheme, host, port } = url.exec(text)?.groups ?? {};
  if (scheme !== undefined) {
    const sentence = t`${text} is a URL: a connection goes to a host and a port.`;
    return misread(sentence, host ? { to: bare(host), ...portOf(scheme.toLowerCase(), port) } : null);
  }
  const withPort = hostAndPort.exec(text)?.groups;
  if (withPort) {
    const sentence = t`${text} is a host and a port: they have a field each.`;
    return misread(sentence, { to: bare(withPort['host'] ?? ''), ...validPort(withPort['port']) });
  }
  const inBrackets = bracketed.exec(text)?.groups?.['host'];
  if (inBrackets !== undefined) {
    return misread(t`Brackets stand around an address only where a port follows.`, { to: inBrackets });
  }
  const problem = misreadAddress(text);
  if (problem !== null) return misread(problem);
  const beforePath = hostAndPath.exec(text)?.groups?.['host'];
  if (beforePath !== undefined) {
    return misread(t`${text} has a path: a connection goes to a host and a port.`, { to: beforePath });
  }
  if (text.includes('*')) return misread(t`${text} is a pattern: name one host that it means.`);
  // What has a slash is a pod; whether there is one is asked elsewhere.
  return text.includes('/') || hostName.test(text) ? null : misread(t`${text} is no name a host can have.`);
}

/** Why something that looks like an address is none that anybody connects to; null: it does not look like one. */
export function misreadAddress(text: string): string | null {
  if (parseAddress(text) !== null) return null;
  if (parseCidr(text) !== null) return t`${text} is a range of addresses: name one of them.`;
  if (/^\d+(\.\d+)+\.?$/.test(text)) {
    return t`${text} is not an IPv4 address: that is four numbers from 0 to 255.`;
  }
  if (/^[\da-f]*:[\da-f:.]*(%.*)?$/i.test(text)) return t`${text} is not an IPv6 address.`;
  return null;
}

/** `localhost`, and the addresses every machine has for itself. */
export const namesLoopback = (text: string): boolean => /^localhost\.?$/i.test(text) || isLoopbackText(text);

function portOf(scheme: string, port: string | undefined): Partial<Attempt> {
  const protocol = protocols.find((one) => one.toLowerCase() === scheme) ?? 'TCP';
  return { protocol, ...validPort(port ?? usualPorts[scheme]) };
}

function validPort(port: string | number | undefined): Partial<Attempt> {
  const number = Number(port);
  return number >= 1 && number <= 65535 ? { port: number } : {};
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');
