import type { Protocol } from '../model/objects';
import type { OracleVerdict, Party } from '../oracle/oracle';
import type { Check } from './row';

/** `x/a` is a pod, `203.0.113.7` an address. */
export function party(text: string): Party {
  return text.includes('/') ? { pod: text } : { ip: text };
}

const protocols = new Map<string, Protocol>([
  ['TCP', 'TCP'],
  ['UDP', 'UDP'],
  ['SCTP', 'SCTP'],
]);

const verdicts = new Map<string, OracleVerdict>([
  ['.', 'allow'],
  ['x', 'deny'],
  ['?', 'unknown'],
]);

const words = (line: string): string[] => line.trim().split(/\s+/);

/**
 * A truth table as a picture: rows send, columns receive.
 *
 *     TCP 80   x/a  x/b  203.0.113.7
 *     x/a       -    .    x
 *     y/a       x    .    .
 *
 * `.` passes, `x` is blocked, `?` cannot be said, `-` is not asked. The first line names the probe.
 */
export function table(picture: string): readonly Check[] {
  const [head = '', ...lines] = picture.trim().split('\n');
  const [protocolName = '', portText = '', ...receivers] = words(head);
  const protocol = protocols.get(protocolName);
  const port = Number(portText);
  if (protocol === undefined || !Number.isInteger(port)) throw new SyntaxError(`not a probe: ${head}`);
  return lines.flatMap((line) => {
    const [sender = '', ...cells] = words(line);
    if (cells.length !== receivers.length) throw new SyntaxError(`not as wide as its head: ${line}`);
    return receivers.flatMap((receiver, column): Check[] => {
      const cell = cells[column] ?? '';
      if (cell === '-') return [];
      const verdict = verdicts.get(cell);
      if (verdict === undefined) throw new SyntaxError(`neither . x ? nor -: ${cell}`);
      return [{ from: party(sender), to: party(receiver), protocol, port, verdict }];
    });
  });
}

/** Several tables, one after another. */
export const tables = (...pictures: readonly string[]): readonly Check[] => pictures.flatMap(table);
