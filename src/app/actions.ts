import type { Action, ActionMenu } from './action';
import { cniActions, exampleActions, languageActions, themeActions } from './choiceActions';
import { classActions } from './classActions';
import { fileActions } from './fileActions';
import { searchActions } from './searchActions';
import { lessonsAction, viewActions } from './viewActions';

/** Everything a person can do from the frame, in menu order. */
export const actions: readonly Action[] = [
  ...exampleActions,
  ...cniActions,
  ...themeActions,
  ...languageActions,
  lessonsAction,
  ...fileActions,
  ...searchActions,
  ...viewActions,
  ...classActions,
];

/** The actions one menu offers. */
export function actionsIn(menu: ActionMenu): readonly Action[] {
  return actions.filter((action) => action.menu === menu);
}
