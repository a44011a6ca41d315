import type { Action, ActionMenu } from './action';
import { cniActions, exampleActions, themeActions } from './choiceActions';
import { fileActions } from './fileActions';
import { viewActions } from './viewActions';

/** Everything a person can do from the frame, in menu order. */
export const actions: readonly Action[] = [
  ...exampleActions,
  ...cniActions,
  ...themeActions,
  ...fileActions,
  ...viewActions,
];

/** The actions one menu offers. */
export function actionsIn(menu: ActionMenu): readonly Action[] {
  return actions.filter((action) => action.menu === menu);
}
