import type { Fix } from '../engine';
import { documentStore } from './documentStore';

/**
 * Edits the text as a fix says, which undo takes back in one step. Of no effect, and false, when the text is no longer
 * the one of `revision`, by which the fix counts.
 */
export function applyFix({ edits }: Fix, revision: number): boolean {
  const state = documentStore.getState();
  if (state.revision !== revision) return false;
  for (const { id, text } of state.files) {
    const own = edits.filter(({ place }) => place.file === id).sort((a, b) => a.place.start - b.place.start);
    if (own.length === 0) continue;
    let result = '';
    let at = 0;
    for (const { place, text: inserted } of own) {
      result += text.slice(at, place.start) + inserted;
      at = place.end;
    }
    state.replaceText(id, result + text.slice(at));
  }
  return true;
}
