import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

interface ToolbarProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** One Tab stop, through whose buttons the arrow keys lead. https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  // After each drawing, for buttons come and go.
  useEffect(() => {
    const buttons = buttonsIn(bar.current);
    const here = buttons.find((button) => button === stop.current) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === here ? 0 : -1;
  });
  const onFocus = ({ target }: FocusEvent): void => {
    const buttons = buttonsIn(bar.current);
    stop.current = buttons.find((button) => button === target) ?? stop.current;
    for (const button of buttons) button.tabIndex = button === stop.current ? 0 : -1;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = buttonsIn(bar.current).filter((button) => !button.disabled);
    const at = buttons.findIndex((button) => button === event.target);
    const next = movedTo(event.key, at, buttons.length);
    if (at === -1 || next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons.at(next)?.focus();
  };
  return (
    <div
      ref={bar}
      className={className}
      role="toolbar"
      aria-label={label}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

const buttonsIn = (bar: HTMLElement | null): readonly HTMLButtonElement[] => [
  ...(bar?.querySelectorAll('button') ?? []),
];

/** Where a key leads among so many; null: it leads nowhere. */
function movedTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return null;
  }
}
