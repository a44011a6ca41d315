import type { EntityId, Topology } from '../../engine';
import { t } from '../../language/t';
import type { Selection } from '../../state/viewStore';
import { frameOf } from '../layout/kins';
import { homesOf } from './focus';

/** A step of the way from the cluster down to something. */
export interface Crumb {
  readonly id: EntityId;
  readonly name: string;
}

/** Namespace, workload and pod of what is selected, or else of what was gone into last. */
export function crumbsOf(
  topology: Topology,
  selection: Selection,
  entered: EntityId | null,
): readonly Crumb[] {
  const id = selection.kind === 'entity' ? selection.entity : selection.kind === 'nothing' ? entered : null;
  if (id === null) return [];
  const [kind = '', namespace = '', name = ''] = id.split('/');
  if (!topology.namespaces.some((one) => one.name === namespace)) return [];
  const crumbs: Crumb[] = [{ id: frameOf(namespace), name: namespace }];
  if (kind === 'Namespace') return crumbs;
  const home = topology.entities[homesOf(topology, id)[0] ?? -1];
  if (kind === 'alike') return [...crumbs, { id, name: home?.kind === 'alike' ? home.name : t`alike` }];
  if (home?.kind === 'pod' && home.id === id) {
    const { workload } = home;
    crumbs.push({ id: workload, name: workload.slice(workload.lastIndexOf('/') + 1) });
  }
  return [...crumbs, { id, name }];
}
