import type { ReactElement } from 'react';
import { Menu, MenuItem } from '../ui/Menu';
import type { Action, ActionMenu as MenuName } from './action';
import { actionsIn } from './actions';
import { isApple, shortcutText } from './shortcut';

interface ActionMenuProps {
  readonly menu: MenuName;
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
}

/** A menu of commands, read off the list of actions. */
export function ActionMenu({ menu, trigger, align = 'start' }: ActionMenuProps) {
  return (
    <Menu trigger={trigger} align={align}>
      {actionsIn(menu).map((action) => (
        <ActionItem key={action.id} action={action} />
      ))}
    </Menu>
  );
}

/** Drawn when the menu opens, so it asks then whether the action is available. */
function ActionItem({ action }: { readonly action: Action }) {
  const { label, summary, shortcut, perform, available } = action;
  return (
    <MenuItem
      title={label}
      summary={summary}
      keys={shortcut === null ? null : shortcutText(shortcut, isApple())}
      disabled={!available()}
      onSelect={perform}
    />
  );
}
