import type { ReactElement, ReactNode } from 'react';
import { DropdownMenu } from 'radix-ui';
import { Check } from 'lucide-react';

interface MenuProps {
  /** A Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A list of commands or choices below a button; open when it first appears (see OnDemand). */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="ui-menu" align={align} sideOffset={5} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  readonly title: string;
  /** One quiet line below the title. */
  readonly summary: string | null;
  /** Keys as people write them, `Ctrl+O`. */
  readonly keys?: string | null;
  readonly disabled?: boolean;
}

/** A command. */
export function MenuItem({
  onSelect,
  disabled = false,
  ...words
}: ItemProps & { readonly onSelect: () => void }) {
  return (
    <DropdownMenu.Item className="ui-menu-item" disabled={disabled} onSelect={onSelect}>
      <ItemWords {...words} />
    </DropdownMenu.Item>
  );
}

/** One of several choices inside MenuChoices. */
export function MenuChoice({ value, disabled = false, ...words }: ItemProps & { readonly value: string }) {
  return (
    <DropdownMenu.RadioItem className="ui-menu-item" value={value} disabled={disabled} data-choice="">
      <DropdownMenu.ItemIndicator className="ui-menu-check">
        <Check size={14} aria-hidden />
      </DropdownMenu.ItemIndicator>
      <ItemWords {...words} />
    </DropdownMenu.RadioItem>
  );
}

interface ChoicesProps {
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

/** Choices of which exactly one holds. */
export function MenuChoices({ value, onChoose, children }: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
      {children}
    </DropdownMenu.RadioGroup>
  );
}

function ItemWords({ title, summary, keys = null }: Omit<ItemProps, 'disabled'>) {
  return (
    <>
      <span className="ui-menu-title">{title}</span>
      {keys !== null && <kbd className="ui-key">{keys}</kbd>}
      {summary !== null && <span className="ui-menu-summary">{summary}</span>}
    </>
  );
}
