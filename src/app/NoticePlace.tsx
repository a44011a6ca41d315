import { useEffect, useState } from 'react';
import { t } from '../language/t';
import { NoticeBar } from '../ui/NoticeBar';
import { shellStore, useShell } from './shellStore';

const NOTICE_STAYS = 12_000;

/** Where notices appear, in the status line: there they cover nothing and move nothing. They leave by themselves, but not while they are pointed at. */
export function NoticePlace() {
  const notice = useShell((state) => state.notice);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (notice === null || held) return;
    const timer = setTimeout(shellStore.getState().dismiss, NOTICE_STAYS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice, held]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    <div
      className="app-notice"
      role="status"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {notice !== null && (
        <NoticeBar
          text={notice.text}
          actionLabel={notice.undo === null ? null : t`Undo`}
          onAction={() => notice.undo?.()}
          onDismiss={shellStore.getState().dismiss}
        />
      )}
    </div>
  );
}
