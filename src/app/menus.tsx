import type { ComponentProps, ReactElement } from 'react';
import { late } from '../ui/late';
import { OnDemand, triggerAlone } from '../ui/OnDemand';
import type { ActionChoices } from './ActionChoices';
import type { ActionMenu } from './ActionMenu';

type Trigger = { readonly trigger: ReactElement<ComponentProps<'button'>> };

const loadMenu = () => import('./ActionMenu');
const LazyMenu = late(() => loadMenu().then((module) => module.ActionMenu), triggerAlone);
const loadChoices = () => import('./ActionChoices');
const LazyChoices = late(() => loadChoices().then((module) => module.ActionChoices), triggerAlone);

/** A button with a menu of commands, fetched when it is wanted. */
export function CommandMenu(props: ComponentProps<typeof ActionMenu> & Trigger) {
  return (
    <OnDemand trigger={props.trigger} popup="menu" load={loadMenu}>
      <LazyMenu {...props} />
    </OnDemand>
  );
}

/** A button with a menu of choices, fetched when it is wanted. */
export function ChoiceMenu(props: ComponentProps<typeof ActionChoices> & Trigger) {
  return (
    <OnDemand trigger={props.trigger} popup="menu" load={loadChoices}>
      <LazyChoices {...props} />
    </OnDemand>
  );
}
