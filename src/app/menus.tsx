import { lazy, type ComponentProps, type ReactElement } from 'react';
import { OnDemand } from '../ui/OnDemand';
import type { ActionChoices } from './ActionChoices';
import type { ActionMenu } from './ActionMenu';

type Trigger = { readonly trigger: ReactElement<ComponentProps<'button'>> };

const loadMenu = () => import('./ActionMenu');
const LazyMenu = lazy(() => loadMenu().then((module) => ({ default: module.ActionMenu })));
const loadChoices = () => import('./ActionChoices');
const LazyChoices = lazy(() => loadChoices().then((module) => ({ default: module.ActionChoices })));

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
