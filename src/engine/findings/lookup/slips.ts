import { t } from '../../../language/t';
import type { Cluster } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { Labels } from '../../model/objects';
import type { LabelSelector, Requirement } from '../../model/policy';
import { nearest } from '../../model/unknownFields';
import { renameKey, replaceScalar, type Edits, type Sheet } from '../edit';
import { entryOf, type MapTree } from '../../parse/tree';
import { mapIn } from './written';

const known = new WeakMap<Cluster, ReadonlyMap<string, readonly Labels[]>>();

/** The labels of the pods of a namespace. */
export function labelsIn(cluster: Cluster, namespace: string): readonly Labels[] {
  let byNamespace = known.get(cluster);
  if (!byNamespace) {
    const made = new Map<string, Labels[]>();
    for (const { namespace: own, labels } of cluster.pods) {
      const list = made.get(own);
      if (list) list.push(labels);
      else made.set(own, [labels]);
    }
    known.set(cluster, (byNamespace = made));
  }
  return byNamespace.get(namespace) ?? [];
}

/** A label of a selector as it most likely is meant. */
export interface Slip {
  readonly requirement: Requirement;
  readonly key: string;
  readonly value: string;
}

/** The label whose key or value is a slip away from one that pods have, when with it the selector matches some. */
export function slipIn(selector: LabelSelector, pods: readonly Labels[]): Slip | null {
  for (const requirement of selector.requirements) {
    const { key, operator, values } = requirement;
    const [value, another] = values;
    if (operator !== 'In' || value === undefined || another !== undefined) continue;
    const others = selector.requirements.filter((one) => one !== requirement);
    const rest = pods.filter((labels) => matchesLabels({ ...selector, requirements: others }, labels));
    const meant = slipOf(
      value,
      rest.flatMap((labels) => labels.get(key) ?? []),
    );
    if (meant !== null) return { requirement, key, value: meant };
    const keys = rest.flatMap((labels) => [...labels].flatMap(([one, its]) => (its === value ? one : [])));
    const meantKey = slipOf(key, keys);
    if (meantKey !== null) return { requirement, key: meantKey, value };
  }
  return null;
}

/** Another number is another thing, not a slip. */
function slipOf(written: string, known: readonly string[]): string | null {
  const alike = [...new Set(known)].filter((one) => one !== written && digitsOf(one) === digitsOf(written));
  return nearest(written, alike);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** What the label is to be, as the title of a fix. */
export const slipTitle = ({ key, value }: Slip): string => t`Write ${key}: ${value}`;

/** Writes what was meant into the selector; null: it is not under matchLabels, or the key it should be is there, too. */
export function mendSlip(sheet: Sheet, selector: MapTree | null, slip: Slip): Edits | null {
  const { requirement, key, value } = slip;
  const labels = mapIn(selector, 'matchLabels');
  const entry = labels?.entries.find(({ keyRange }) => keyRange.start === requirement.range.start);
  if (labels === null || entry?.value.kind !== 'scalar') return null;
  if (key === requirement.key) return replaceScalar(sheet, entry.value, value);
  return entryOf(labels, key) ? null : renameKey(sheet, entry, key);
}
