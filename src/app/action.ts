import type { Shortcut } from './shortcut';

/** Where an action is offered, besides the keyboard. */
export type ActionMenu = 'examples' | 'header' | 'cni' | 'theme' | 'language' | 'more' | 'keyboard';

/** One thing a person can do. Menus and the keyboard map are views of one list of these. */
export interface Action {
  readonly id: string;
  readonly menu: ActionMenu;
  readonly label: string;
  /** One more line for menus that explain. */
  readonly summary: string | null;
  readonly shortcut: Shortcut | null;
  /** Another one that does the same. */
  readonly also?: Shortcut;
  readonly perform: () => void;
  /** False: it would do nothing now. */
  readonly available: () => boolean;
}

/** For what can be done at any time. */
export const always = (): boolean => true;
