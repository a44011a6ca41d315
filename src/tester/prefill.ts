import type { EntityId } from '../engine';
import { viewStore } from '../state/viewStore';
import { testerStore } from './testerStore';

/** Takes over what is selected in the picture: its ends, or the one as the client. */
export function prefillFromSelection(): void {
  const { selection } = viewStore.getState();
  if (selection.kind === 'entity')
    testerStore.setState(({ from }) => ({ from: endOf(selection.entity) ?? from }));
  if (selection.kind === 'pair') {
    const { source, destination } = selection;
    testerStore.setState(({ from, to }) => ({ from: endOf(source) ?? from, to: endOf(destination) ?? to }));
  }
}

/** `Deployment/shop/web` is written `shop/web`; null: it is no single end. */
function endOf(id: EntityId): string | null {
  const [kind = '', namespace = '', name] = id.split('/');
  if (name === undefined || kind === 'alike' || kind === 'external') return null;
  return `${namespace}/${name}`;
}
