import type { Answer } from '../../engine';
import type { Selection } from '../../state/viewStore';
import { edgesToDraw, type Drawing, type DrawingWishes } from './edgesToDraw';
import { focusOf } from './focus';
import { hubsOf } from './hubs';
import { surveyOf, type Survey } from './survey';

/** What a person who has done nothing yet wishes, and what else is given. Test code only. */
export interface Wishes extends Partial<DrawingWishes> {
  readonly selection?: Selection;
  /** Hubs are glyphs. */
  readonly hubs?: boolean;
}

export function surveyed(answer: Answer, hubs = false): Survey {
  return surveyOf(answer, hubs ? Uint8Array.from(hubsOf(answer), (kind) => Number(kind !== null)) : null);
}

export function drawn(answer: Answer, { selection, hubs, ...more }: Wishes = {}): Drawing {
  return edgesToDraw(answer, surveyed(answer, hubs), {
    shown: { allowed: true, blocked: true, open: true },
    focus: focusOf(selection ?? { kind: 'nothing' }, answer.topology),
    changed: new Set(),
    everything: false,
    onMap: false,
    ...more,
  });
}
