import type { Query } from '../engine';
import { UnusableInput } from './readInput';

/** Reads a JSON list of questions. A port may be written as a number or as digits. */
export function parseQueries(text: string): readonly Query[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableInput('The queries are not JSON.');
  }
  if (!Array.isArray(value)) throw new UnusableInput('The queries are a JSON list.');
  return value.map((item: unknown, index) => queryOf(item, `query ${String(index)}`));
}

function queryOf(item: unknown, where: string): Query {
  if (!isObject(item)) throw new UnusableInput(`${where} is not an object.`);
  const { protocol = 'TCP', port } = item;
  const isPort = typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port));
  if (typeof protocol !== 'string' || !isPort)
    throw new UnusableInput(`${where} needs a protocol and a port.`);
  return {
    from: partyOf(item['from'], `${where}, from`),
    to: partyOf(item['to'], `${where}, to`),
    protocol,
    port: Number(port),
  };
}

function partyOf(value: unknown, where: string): Query['from'] {
  if (isObject(value)) {
    const { pod, ip } = value;
    if (typeof pod === 'string') return { pod };
    if (typeof ip === 'string') return { ip };
  }
  throw new UnusableInput(`${where}: {"pod": "namespace/name"} or {"ip": "address"} is needed.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
