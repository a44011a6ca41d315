import type { LabelSelector, PolicyPort } from '../../model/policy';
import type { Plain } from '../edit';

/** A selector as it is to be written. */
export function selectorText({ requirements }: LabelSelector): Readonly<Record<string, Plain>> {
  const labels = requirements.filter(({ operator, values }) => operator === 'In' && values.length === 1);
  const keys = new Set(labels.map(({ key }) => key));
  if (labels.length === requirements.length && keys.size === labels.length) {
    const matchLabels = Object.fromEntries(labels.map(({ key, values: [value = ''] }) => [key, value]));
    return requirements.length === 0 ? {} : { matchLabels };
  }
  const matchExpressions = requirements.map(({ key, operator, values }) =>
    values.length === 0 ? { key, operator } : { key, operator, values },
  );
  return { matchExpressions };
}

/** The ports of a rule as they are to be written; undefined: every port. */
export function portsText(ports: readonly PolicyPort[]): readonly Plain[] | undefined {
  if (ports.length === 0) return undefined;
  return ports.map(({ protocol, port, endPort }) => ({
    protocol,
    port: port ?? undefined,
    endPort: endPort ?? undefined,
  }));
}
