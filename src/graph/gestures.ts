import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { viewStore } from '../state/viewStore';
import { paneStore } from './paneStore';
import type { PictureEdge, PictureNode } from './picture/looks';

/** A click or Enter on a card. React Flow reports both as a change of selection. */
export function selectNodes(changes: readonly NodeChange<PictureNode>[]): void {
  for (const change of changes) {
    if (change.type !== 'select' || !change.selected) continue;
    if (isNamespaceNode(change.id)) paneStore.setState({ focus: change.id });
    else viewStore.getState().select({ kind: 'entity', entity: change.id });
  }
}

const isNamespaceNode = (id: string): boolean => id === 'outside' || id.startsWith('namespace/');

/** A click or Enter on a line. */
export function selectEdges(
  changes: readonly EdgeChange<PictureEdge>[],
  edges: readonly PictureEdge[],
): void {
  for (const change of changes) {
    if (change.type !== 'select' || !change.selected) continue;
    const edge = edges.find(({ id }) => id === change.id);
    if (edge?.type === 'verdict')
      viewStore.getState().select({ kind: 'pair', source: edge.source, destination: edge.target });
  }
}

/** Nothing is selected any more. */
export function letGo(): void {
  paneStore.setState({ focus: null });
  viewStore.getState().select({ kind: 'nothing' });
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Escape lets go; on a line the arrow keys go to the next and the previous one. */
export function followKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') {
    letGo();
    return;
  }
  const step = STEPS[event.key];
  const line = event.target instanceof Element ? event.target.closest('.react-flow__edge') : null;
  if (step === undefined || line === null) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll<SVGGElement>('.react-flow__edge[tabindex]')];
  const at = lines.findIndex((other) => other === line);
  lines[(at + step + lines.length) % lines.length]?.focus();
}

/** The user moves the viewport; from now on nobody else does. Without an event it was the program. */
export function takeViewport(event: MouseEvent | TouchEvent | null): void {
  if (event !== null) paneStore.setState({ fitted: false });
}
