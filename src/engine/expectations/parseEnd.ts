import { t } from '../../language/t';
import { parseAddress, parseCidr } from '../model/address';
import { checkDnsLabel, checkSubdomain } from '../model/validateNames';
import type { ExpectedEnd } from './expectation';
import { parseSelector } from './parseSelector';

/** How an end may be written. */
const endForms = (): string =>
  t`shop/web, Deployment/shop/web, namespace shop, not namespace shop, any pod, pods with app=web in shop, outside, an address or a CIDR`;

/** Reads one end; a sentence where it is none. */
export function parseEnd(written: string): ExpectedEnd | string {
  const text = written.trim().replace(/\s+/g, ' ');
  if (text === '') return t`Say which: ${endForms()}`;
  if (text === 'any pod') return { kind: 'any', text };
  if (text === 'outside') return { kind: 'outside', text };
  const namespace = /^(not )?namespace (\S+)$/.exec(text);
  if (namespace) return parseNamespace(text, namespace[2] ?? '', namespace[1] !== undefined);
  const pods = /^pods with (.+)$/.exec(text);
  if (pods) return parsePods(text, pods[1] ?? '');
  return parseAddresses(text) ?? parseName(text);
}

function parseNamespace(text: string, namespace: string, isOther: boolean): ExpectedEnd | string {
  const [wrong] = checkDnsLabel(namespace);
  return wrong === undefined
    ? { kind: 'namespace', text, namespace, isOther }
    : noNamespace(namespace, wrong);
}

/** `app=x,tier in (a,b) in shop`: the last `in` without parentheses names the namespace. */
function parsePods(text: string, condition: string): ExpectedEnd | string {
  const [, labels = condition, namespace = null] =
    /^(.+) in (?:namespace )?([^\s()]+)$/.exec(condition) ?? [];
  const [wrong] = namespace === null ? [] : checkDnsLabel(namespace);
  if (namespace !== null && wrong !== undefined) return noNamespace(namespace, wrong);
  const selector = parseSelector(labels);
  return typeof selector === 'string' ? selector : { kind: 'pods', text, labels, selector, namespace };
}

/** `wrong` is said in the words of the API server. */
const noNamespace = (name: string, wrong: string): string => t`${name} is no name of a namespace: ${wrong}`;

/** Null: it is not meant as an address. */
function parseAddresses(text: string): ExpectedEnd | string | null {
  const address = parseAddress(text);
  if (address !== null) {
    const { family, value } = address;
    return { kind: 'addresses', text, family, first: value, last: value };
  }
  const cidr = parseCidr(text);
  if (cidr !== null) {
    const { family, first, last } = cidr;
    return { kind: 'addresses', text, family, first, last };
  }
  return /^[\d.]+(?:\/\d*)?$/.test(text) || text.includes(':')
    ? t`${text} is no IP address and no CIDR`
    : null;
}

function parseName(text: string): ExpectedEnd | string {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  const namespace = parts.at(-2) ?? null;
  const workloadKind = parts.at(-3) ?? null;
  if (workloadKind === 'Service') {
    return t`Policies never see a Service, only the pods behind it: name those`;
  }
  const isName =
    parts.length <= 3 &&
    checkSubdomain(name.replace(/\*$/, '')).length === 0 &&
    (namespace === null || checkDnsLabel(namespace).length === 0) &&
    (workloadKind === null || /^[A-Z][A-Za-z]+$/.test(workloadKind));
  if (!isName) return t`“${text}” is no end: write ${endForms()}`;
  return { kind: 'name', text, workloadKind, namespace, name };
}
