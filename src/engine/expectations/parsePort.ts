import { t } from '../../language/t';
import { firstPort, lastPort, protocols } from '../compile/portSet';
import { checkPortName, checkPortNumber } from '../model/validateNames';
import type { ExpectedPort } from './expectation';

/** `8080`, `TCP/8080`, `UDP/53`, `8000-8080`, `TCP` (every port of it), or a port's name; a sentence where it is none. */
export function parsePort(written: string): ExpectedPort | string {
  const text = written.trim();
  const numbers = /^(?:([A-Za-z]+)\/)?(\d+)(?:-(\d+))?$/.exec(text);
  const protocol = protocols.find((one) => one === (numbers?.[1] ?? 'TCP').toUpperCase());
  if (numbers) {
    const from = Number(numbers[2]);
    const to = Number(numbers[3] ?? numbers[2]);
    if (protocol === undefined) return t`${numbers[1] ?? ''} is no protocol of a policy: TCP, UDP or SCTP`;
    const [wrong] = [...checkPortNumber(from), ...checkPortNumber(to)];
    if (wrong !== undefined) return t`a port ${wrong}`;
    return from <= to ? { protocol, from, to } : t`the range ends before it begins`;
  }
  const whole = protocols.find((one) => one === text.toUpperCase());
  if (whole !== undefined) return { protocol: whole, from: firstPort, to: lastPort };
  if (checkPortName(text).length === 0) return { name: text };
  return t`“${text}” is no port: write 8080, UDP/53, 8000-8080, TCP or the name of a container port`;
}
