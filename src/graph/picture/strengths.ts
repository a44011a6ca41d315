import type { Selection } from '../../state/viewStore';
import type { Drawing } from './edgesToDraw';
import type { Strength } from './looks';

/** How strongly a line is drawn. */
export function strengthOf(selection: Selection, from: string, to: string): Strength {
  switch (selection.kind) {
    case 'nothing':
      return 'plain';
    case 'entity':
      return selection.entity === from || selection.entity === to ? 'strong' : 'faded';
    case 'pair':
      return selection.source === from && selection.destination === to ? 'strong' : 'faded';
  }
}

/** How strongly each card is drawn: what is selected, what has a line with it, and all others. */
export function strengths(
  drawing: Drawing,
  selection: Selection,
  ids: readonly string[],
): (id: string) => Strength {
  switch (selection.kind) {
    case 'nothing':
      return () => 'plain';
    case 'pair':
      return (id) => (id === selection.source || id === selection.destination ? 'strong' : 'faded');
    case 'entity': {
      if (!ids.includes(selection.entity)) return () => 'plain';
      const near = new Set([selection.entity]);
      for (const pair of drawing.pairs) {
        const source = ids[pair.source];
        const destination = ids[pair.destination];
        if (source === undefined || destination === undefined) continue;
        if (source === selection.entity) near.add(destination);
        if (destination === selection.entity) near.add(source);
      }
      return (id) => (id === selection.entity ? 'strong' : near.has(id) ? 'plain' : 'faded');
    }
  }
}
