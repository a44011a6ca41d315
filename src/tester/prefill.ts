import type { Attempt, EntityId } from '../engine';
import { analysisStore } from '../state/analysisStore';
import { viewStore } from '../state/viewStore';
import { testerStore } from './testerStore';

/** Takes over what is selected in the picture: its ends, or the one as the client. */
export function prefillFromSelection(): void {
  const { selection } = viewStore.getState();
  if (selection.kind === 'entity')
    testerStore.setState(({ from }) => ({ from: endOf(selection.entity) ?? from }));
  if (selection.kind === 'pair') {
    const { source, destination } = selection;
    testerStore.setState(({ from, to }) => ({
      from: endOf(source) ?? from,
      to: endOf(destination) ?? to,
      ...portOf(destination),
    }));
  }
}

/** `Deployment/shop/web` is written `shop/web`; null: it is no single end. */
function endOf(id: EntityId): string | null {
  const [kind = '', namespace = '', name] = id.split('/');
  if (name === undefined || kind === 'alike' || kind === 'external') return null;
  return `${namespace}/${name}`;
}

/** What it listens on first, as far as it says so. */
function portOf(id: EntityId): Pick<Attempt, 'protocol' | 'port'> | null {
  const entities = analysisStore.getState().drawn?.topology.entities ?? [];
  const entity = entities.find((one) => one.id === id);
  const [first] = entity?.kind === 'workload' || entity?.kind === 'pod' ? entity.ports : [];
  return first ? { protocol: first.protocol, port: first.port } : null;
}
