import type { Answer } from '../../engine';
import type { Seen } from '../../state/seen';
import type { Selection } from '../../state/viewStore';
import type { Plan } from '../layout/input';
import type { Drawing } from './edgesToDraw';
import type { Focus } from './focus';
import type { HubGlyph } from './hubs';
import type { Places } from './places';
import type { RecentChanges } from './recentChanges';
import type { Sight } from './sight';

/** Everything the picture is made from. */
export interface Scene {
  readonly answer: Answer;
  readonly drawing: Drawing;
  readonly places: Places;
  readonly plan: Plan;
  readonly selection: Selection;
  readonly focus: Focus;
  /** What is seen through the lenses; null: there are none. */
  readonly seen: Seen | null;
  /** What just changed. */
  readonly changes: RecentChanges;
  readonly glyphs: ReadonlyMap<number, readonly HubGlyph[]>;
  /** Groups of alike workloads that were unfolded. */
  readonly unfolded: readonly string[];
  readonly sight: Sight;
  readonly classroom: boolean;
}

/** Is it a map, where territories lie side by side? */
export const isMap = (plan: Plan): boolean => plan === 'map' || plan === 'map of pods';
