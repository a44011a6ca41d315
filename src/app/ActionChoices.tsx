import type { ReactElement } from 'react';
import { Menu, MenuChoice, MenuChoices } from '../ui/Menu';
import type { ActionMenu as MenuName } from './action';
import { actionsIn } from './actions';

interface ActionChoicesProps {
  readonly menu: MenuName;
  /** Id of the action whose choice holds now. */
  readonly chosen: string;
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
}

/** A menu of choices, read off the list of actions. */
export function ActionChoices({ menu, chosen, trigger, align = 'start' }: ActionChoicesProps) {
  const choices = actionsIn(menu);
  return (
    <Menu trigger={trigger} align={align}>
      <MenuChoices value={chosen} onChoose={(id) => choices.find((choice) => choice.id === id)?.perform()}>
        {choices.map(({ id, label, summary }) => (
          <MenuChoice key={id} value={id} title={label} summary={summary} />
        ))}
      </MenuChoices>
    </Menu>
  );
}
