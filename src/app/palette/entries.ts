import type { Waypoint } from '../../engine';
import { t } from '../../language/t';
import { analysisStore } from '../../state/analysisStore';
import { viewStore } from '../../state/viewStore';
import type { Action } from '../action';
import { actions } from '../actions';
import { shellStore } from '../shellStore';
import { isApple, shortcutsText } from '../shortcut';
import { fuzzyFit } from './fuzzy';
import { pictureActions } from './pictureActions';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** Its keys, or what it is. */
  readonly aside: string;
  readonly perform: () => void;
}

/** What stands under the name of its menu elsewhere has to say it here. */
function labelOf({ menu, label }: Pick<Action, 'menu' | 'label'>): string {
  switch (menu) {
    case 'examples':
      return t`Open example: ${label}`;
    case 'cni':
      return t`CNI: ${label}`;
    case 'theme':
      return t`Theme: ${label}`;
    case 'language':
      return t`Language: ${label}`;
    case 'header':
    case 'more':
    case 'keyboard':
      return label;
  }
}

/** Everything one can do now: the actions that are available, in menu order. */
export function actionEntries(): readonly Entry[] {
  return [...actions, ...pictureActions]
    .filter(({ id, available }) => id !== 'palette' && available())
    .map((action) => ({
      id: action.id,
      label: labelOf(action),
      aside: shortcutsText(action, isApple()),
      perform: action.perform,
    }));
}

/** Everything one can go to. */
export function waypointEntries(waypoints: readonly Waypoint[]): readonly Entry[] {
  return waypoints.map((waypoint) => {
    const { kind, name, namespace, what } = waypoint;
    return {
      id: `${what}/${namespace}/${name}`,
      label: kind === 'namespace' ? name : `${namespace}/${name}`,
      aside: what,
      perform: () => {
        goTo(waypoint);
      },
    };
  });
}

/** A policy is shown in the text; what has a card, in the picture, unfolded if need be. */
function goTo({ entity, namespace, place }: Waypoint): void {
  const { select, seek, unfold, revealPlace } = viewStore.getState();
  if (place !== null) revealPlace(place);
  if (entity === null) return;
  const folded = `Namespace/${namespace}`;
  const entities = analysisStore.getState().drawn?.topology.entities ?? [];
  if (entity !== folded && entities.some(({ id }) => id === folded)) unfold(folded);
  shellStore.getState().showSide(null);
  shellStore.getState().showPane('picture');
  select({ kind: 'entity', entity });
  seek([entity]);
}

/** An entry with the letters that were typed. */
export interface Match {
  readonly entry: Entry;
  readonly at: readonly number[];
}

const SHOWN_MOST = 60;

/** The entries that fit, best first; where nothing is typed the actions, what was done last before all others. */
export function matchesOf(
  query: string,
  doable: readonly Entry[],
  reachable: readonly Entry[],
  recent: readonly string[],
): readonly Match[] {
  const rank = ({ id }: Entry): number => {
    const at = recent.indexOf(id);
    return at === -1 ? 0 : recent.length - at;
  };
  const known = new Set(recent);
  const all =
    query.trim() === ''
      ? [...doable, ...reachable.filter(({ id }) => known.has(id))]
      : [...doable, ...reachable];
  return all
    .flatMap((entry) => {
      const fit = fuzzyFit(query, entry.label);
      return fit === null ? [] : [{ entry, at: fit.at, score: fit.score + rank(entry) * RECENT }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN_MOST);
}

/** What was done lately wins over what fits a little better. */
const RECENT = 3;
