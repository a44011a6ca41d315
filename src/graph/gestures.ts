import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import type { Entity } from '../engine';
import { viewStore } from '../state/viewStore';
import { foldEntity, isFold, keepFocus, unfoldEntity, wholeOf } from './folding';
import { paneStore } from './paneStore';
import type { PictureEdge, PictureNode } from './picture/looks';

/** A click or Enter on a card. React Flow reports both as a change of selection. */
export function selectNodes(changes: readonly NodeChange<PictureNode>[]): void {
  for (const change of changes) {
    if (change.type !== 'select' || !change.selected) continue;
    paneStore.setState({ pickedAt: performance.now() });
    viewStore.getState().select({ kind: 'entity', entity: change.id });
  }
}

/** A click or Enter on a line. */
export function selectEdges(
  changes: readonly EdgeChange<PictureEdge>[],
  edges: readonly PictureEdge[],
): void {
  for (const change of changes) {
    if (change.type !== 'select' || !change.selected) continue;
    const edge = edges.find(({ id }) => id === change.id);
    if (edge !== undefined)
      viewStore.getState().select({ kind: 'pair', source: edge.source, destination: edge.target });
  }
}

/** Nothing is selected any more. */
export function letGo(): void {
  viewStore.getState().select({ kind: 'nothing' });
}

/** A double click goes into a card that has parts. */
export function goInto(node: string, entities: readonly Entity[]): void {
  const entity = entities.find(({ id }) => id === node);
  if (entity !== undefined && isFold(entity)) unfoldEntity(entity.id, 'always');
}

/** The card under the pointer, or none. */
export function pointAt(node: string | null): void {
  paneStore.setState({ pointed: node });
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Escape lets go, and the focus stays: React Flow would take it away. Comes before its own keys. */
export function followEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || viewStore.getState().selection.kind === 'nothing') return;
  event.stopPropagation();
  letGo();
}

/** On a line the arrow keys go to the next and the previous one. */
export function followKeys(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const line = event.target instanceof Element ? event.target.closest('.react-flow__edge') : null;
  if (step === undefined || line === null) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll<SVGGElement>('.react-flow__edge[tabindex]')];
  const at = lines.findIndex((other) => other === line);
  lines[(at + step + lines.length) % lines.length]?.focus();
}

/**
 * On a card, plus opens it into its parts and minus closes what it is a part of; so does the right arrow key while the
 * card is not selected, for then the arrow keys move it. Comes before React Flow's own keys.
 */
export function followFoldKeys(event: KeyboardEvent<HTMLElement>, entities: readonly Entity[]): void {
  const card = event.target instanceof HTMLElement ? event.target : null;
  if (card?.classList.contains('react-flow__node') !== true) return;
  const entity = entities.find(({ id }) => id === card.dataset['id']);
  if (entity === undefined) return;
  const opens = event.key === '+' || (event.key === 'ArrowRight' && !card.classList.contains('selected'));
  const whole = event.key === '-' ? wholeOf(entity) : null;
  if (opens && isFold(entity)) {
    keepFocus(entity.id);
    unfoldEntity(entity.id);
  } else if (whole !== null) {
    keepFocus(whole);
    foldEntity(whole);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The user moves the viewport; from now on nobody else does. Without an event it was the program. */
export function takeViewport(event: MouseEvent | TouchEvent | null): void {
  if (event !== null && paneStore.getState().fitted) paneStore.setState({ fitted: false });
}
