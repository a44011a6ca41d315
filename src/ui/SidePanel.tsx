import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../language/t';
import { IconButton } from './IconButton';

export interface SidePanelProps {
  readonly onClose: () => void;
}

/** The frame of a panel beside the picture: a title, a way to close it, and what scrolls below. */
export function SidePanel({
  title,
  onClose,
  children,
}: SidePanelProps & { readonly title: string; readonly children: ReactNode }) {
  return (
    <aside className="ui-side" aria-label={title} tabIndex={-1}>
      <div className="ui-side-head">
        <h2 className="ui-side-title">{title}</h2>
        <IconButton label={t`Close ${title}`} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className="ui-side-body">{children}</div>
    </aside>
  );
}
