import { useState, type ReactNode } from 'react';
import { Dialog } from 'radix-ui';
import { X } from 'lucide-react';
import { t } from '../language/t';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in the middle of the page, for things that are looked up and closed; the keyboard goes back where it was. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const [before] = useState(() => document.activeElement);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="ui-dialog-back" />
        <Dialog.Content
          className="ui-dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement) before.focus();
          }}
        >
          <div className="ui-dialog-head">
            <Dialog.Title className="ui-dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="ui-button" data-icon="" aria-label={t`Close`}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
