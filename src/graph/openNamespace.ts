import { viewStore } from '../state/viewStore';
import { paneStore } from './paneStore';

/** From the picture of namespaces into one of them. */
export function openNamespace(node: string): void {
  paneStore.setState({ target: node, focus: null });
  viewStore.getState().setLevel('workloads');
}
