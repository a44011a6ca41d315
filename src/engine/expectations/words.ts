import { firstPort, lastPort } from '../compile/portSet';
import { t } from '../../language/t';
import type { Expectation, ExpectedEnd, ExpectedPort } from './expectation';

/** What must hold, as one would say it: its name, or `No pod can reach 169.254.169.254`. */
export function sentenceOf({ want, name, from, to, ports }: Expectation): string {
  if (name !== null) return name;
  const on = ports.length === 0 ? null : ports.map(portWords).join(', ');
  if (want === 'allow') {
    const [source, target] = [everySource(from), everyTarget(to)];
    return on === null
      ? t`${source} can reach ${target} on every port`
      : t`${source} can reach ${target} on ${on}`;
  }
  if (from.kind === 'name' || from.kind === 'addresses') return oneReachesNone(from.text, to, on);
  const [source, target] = [noSource(from), anyTarget(to)];
  return on === null ? t`${source} can reach ${target}` : t`${source} can reach ${target} on ${on}`;
}

/** Each a message of its own: languages deny a thing and anything of many in different ways. */
function oneReachesNone(from: string, to: ExpectedEnd, on: string | null): string {
  switch (to.kind) {
    case 'name':
    case 'addresses':
      return on === null ? t`${from} cannot reach ${to.text}` : t`${from} cannot reach ${to.text} on ${on}`;
    case 'any':
      return on === null ? t`${from} cannot reach any pod` : t`${from} cannot reach any pod on ${on}`;
    case 'pods': {
      const having = condition(to);
      return on === null
        ? t`${from} cannot reach any pod with ${having}`
        : t`${from} cannot reach any pod with ${having} on ${on}`;
    }
    case 'namespace': {
      const { namespace, isOther } = to;
      if (isOther) {
        return on === null
          ? t`${from} cannot reach anything outside namespace ${namespace}`
          : t`${from} cannot reach anything outside namespace ${namespace} on ${on}`;
      }
      return on === null
        ? t`${from} cannot reach anything in namespace ${namespace}`
        : t`${from} cannot reach anything in namespace ${namespace} on ${on}`;
    }
    case 'outside':
      return on === null
        ? t`${from} cannot reach anything outside the cluster`
        : t`${from} cannot reach anything outside the cluster on ${on}`;
  }
}

function everySource(end: ExpectedEnd): string {
  switch (end.kind) {
    case 'any':
      return t`Every pod`;
    case 'pods':
      return t`Every pod with ${condition(end)}`;
    case 'namespace':
      return end.isOther
        ? t`Everything outside namespace ${end.namespace}`
        : t`Everything in namespace ${end.namespace}`;
    case 'outside':
      return t`Everything outside the cluster`;
    case 'name':
    case 'addresses':
      return end.text;
  }
}

function noSource(end: Exclude<ExpectedEnd, { readonly kind: 'name' | 'addresses' }>): string {
  switch (end.kind) {
    case 'any':
      return t`No pod`;
    case 'pods':
      return t`No pod with ${condition(end)}`;
    case 'namespace':
      return end.isOther
        ? t`Nothing outside namespace ${end.namespace}`
        : t`Nothing in namespace ${end.namespace}`;
    case 'outside':
      return t`Nothing outside the cluster`;
  }
}

function everyTarget(end: ExpectedEnd): string {
  switch (end.kind) {
    case 'any':
      return t`every pod`;
    case 'pods':
      return t`every pod with ${condition(end)}`;
    case 'namespace':
      return end.isOther
        ? t`everything outside namespace ${end.namespace}`
        : t`everything in namespace ${end.namespace}`;
    case 'outside':
      return t`everything outside the cluster`;
    case 'name':
    case 'addresses':
      return end.text;
  }
}

function anyTarget(end: ExpectedEnd): string {
  switch (end.kind) {
    case 'any':
      return t`any pod`;
    case 'pods':
      return t`any pod with ${condition(end)}`;
    case 'namespace':
      return end.isOther
        ? t`anything outside namespace ${end.namespace}`
        : t`anything in namespace ${end.namespace}`;
    case 'outside':
      return t`anything outside the cluster`;
    case 'name':
    case 'addresses':
      return end.text;
  }
}

/** `app=web in shop` */
function condition({ labels, namespace }: ExpectedEnd & { readonly kind: 'pods' }): string {
  return namespace === null ? labels : t`${labels} in ${namespace}`;
}

/** `TCP 8080`, `port http` */
function portWords(port: ExpectedPort): string {
  if ('name' in port) return t`port ${port.name}`;
  const { protocol, from, to } = port;
  if (from === firstPort && to === lastPort) return t`every ${protocol} port`;
  return `${protocol} ${String(from)}${from === to ? '' : `–${String(to)}`}`;
}
