import { Tone, type Answer } from '../../engine';
import type { DrawingWishes, DrawnPair } from './edgesToDraw';
import { toneOf } from './toneClass';

/** Two directions that nothing decides are one line; not while one of them changes or is selected. */
export function mergeOpen(
  { topology: { entities }, picture: { tones } }: Answer,
  pairs: ReadonlySet<number>,
  { selection, changed }: DrawingWishes,
): readonly DrawnPair[] {
  const size = entities.length;
  const isChosen = (source: number, destination: number): boolean =>
    selection.kind === 'pair' &&
    entities[source]?.id === selection.source &&
    entities[destination]?.id === selection.destination;
  const isMergeable = (source: number, destination: number): boolean => {
    const pair = source * size + destination;
    const isOpen = pairs.has(pair) && tones[pair] === Tone.open;
    return isOpen && !changed.has(pair) && !isChosen(source, destination);
  };
  return [...pairs].flatMap((pair): DrawnPair[] => {
    const source = Math.floor(pair / size);
    const destination = pair % size;
    const both = isMergeable(source, destination) && isMergeable(destination, source);
    if (both && source > destination) return [];
    return [{ source, destination, tone: toneOf(tones, pair), both }];
  });
}
