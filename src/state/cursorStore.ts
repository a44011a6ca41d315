import { createStore } from 'zustand/vanilla';
import type { PlaceExplanation } from '../engine';

/** What the cursor in the text stands in; null: nothing of a policy. Written by the editor only. */
export const cursorStore = createStore<{ readonly told: PlaceExplanation | null }>()(() => ({ told: null }));
