import * as monaco from 'monaco-editor/editor';
import type { EntityExplanation } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { viewStore } from '../../state/viewStore';
import { placesOfEntity, placesOfPair, type DecidingPlace } from '../decidingPlaces';
import type { Models } from './models';

const looks = {
  policy: { isWholeLine: true, linesDecorationsClassName: 'editor-deciding-policy' },
  rule: { isWholeLine: true, className: 'editor-deciding-rule' },
  peer: { isWholeLine: true, className: 'editor-deciding-peer' },
} as const satisfies Record<DecidingPlace['role'], monaco.editor.IModelDecorationOptions>;

/** What is explained now: a name for it and its places. Null while nothing is, or the answer is on its way. */
function explained(): { readonly of: string; readonly places: readonly DecidingPlace[] } | null {
  const { pair, entity } = analysisStore.getState();
  if (pair?.kind === 'pair')
    return { of: `${pair.source} → ${pair.destination}`, places: placesOfPair(pair) };
  // All policies of a whole namespace would mark all of the text.
  if (entity && isSingle(entity)) return { of: entity.entity, places: placesOfEntity(entity) };
  return null;
}

function isSingle({ facts: { kind } }: EntityExplanation): boolean {
  return kind !== 'namespace' && kind !== 'outside';
}

/** Marks the policies, rules and peers that decide about what is selected, in every open file. */
export function showDeciding(models: Models): () => void {
  const drawn = new Map<monaco.editor.ITextModel, readonly string[]>();
  let drawnOf = '';

  const draw = (of: string, places: readonly DecidingPlace[]): void => {
    drawnOf = of;
    for (const model of drawn.keys()) if (model.isDisposed()) drawn.delete(model);
    for (const [file, model] of models.entries()) {
      const wanted = places
        .filter(({ place }) => place.file === file)
        .map(({ place, role }) => ({
          range: monaco.Range.fromPositions(model.getPositionAt(place.start), model.getPositionAt(place.end)),
          options: looks[role],
        }));
      drawn.set(model, model.deltaDecorations([...(drawn.get(model) ?? [])], wanted));
    }
  };

  const update = (): void => {
    const now = explained();
    if (viewStore.getState().selection.kind === 'nothing') draw('', []);
    else if (now) {
      const fresh = analysisStore.getState().drawn?.revision === documentStore.getState().revision;
      // Places of an older text would mark the wrong lines; marks already drawn have moved with the text.
      if (fresh) draw(now.of, now.places);
      else if (now.of !== drawnOf) draw('', []);
    }
  };

  update();
  const stops = [
    analysisStore.subscribe((state, before) => {
      if (state.pair !== before.pair || state.entity !== before.entity) update();
    }),
    viewStore.subscribe((state, before) => {
      if (state.selection !== before.selection) update();
    }),
    models.onWhole(update),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
