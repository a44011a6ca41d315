import { X } from 'lucide-react';
import { t } from '../language/t';
import { Button } from './Button';
import { IconButton } from './IconButton';

interface NoticeBarProps {
  readonly text: string;
  readonly actionLabel: string | null;
  readonly onAction: () => void;
  readonly onDismiss: () => void;
}

/** One sentence about what just happened, with at most one thing to do about it. */
export function NoticeBar({ text, actionLabel, onAction, onDismiss }: NoticeBarProps) {
  return (
    <div className="ui-notice">
      <span className="ui-notice-text" title={text}>
        {text}
      </span>
      {actionLabel !== null && (
        <Button look="outlined" onClick={onAction}>
          {actionLabel}
        </Button>
      )}
      <IconButton label={t`Dismiss`} tip="above-left" icon={<X aria-hidden />} onClick={onDismiss} />
    </div>
  );
}
