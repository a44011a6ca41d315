import type { Query } from '../engine';
import { UnusableInput } from './readInput';

/** A question, or why it is none. */
export type AskedQuery = Query | { readonly reason: string };

/** Reads a JSON list of questions; an item that is none does not spoil the others. A port may be written as digits. */
export function parseQueries(text: string): readonly AskedQuery[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnusableInput('The queries are not JSON.');
  }
  if (!Array.isArray(value)) throw new UnusableInput('The queries are not a JSON list.');
  return value.map(queryOf);
}

function queryOf(item: unknown): AskedQuery {
  if (!isObject(item)) return { reason: 'The query is not an object.' };
  const from = partyOf(item['from']);
  const to = partyOf(item['to']);
  const protocol = item['protocol'] ?? 'TCP';
  const port = item['port'];
  if (from === null || to === null) {
    return { reason: 'Both from and to must be {"pod": "namespace/name"} or {"ip": "address"}.' };
  }
  if (typeof protocol !== 'string') return { reason: 'The protocol is not a word.' };
  if (!isPort(port)) return { reason: 'The port is not a number.' };
  return { from, to, protocol, port: Number(port) };
}

/** A number, or its digits. */
export function isPort(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

function partyOf(value: unknown): Query['from'] | null {
  if (!isObject(value)) return null;
  const { pod, ip } = value;
  if (typeof pod === 'string') return { pod };
  return typeof ip === 'string' ? { ip } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
