import { CloudDownload, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import './offline.css';
import { useOffline } from './offlineStore';
import { startOffline } from './startOffline';

/** Says whether the page would open without a network, and offers its newer version; starts keeping it. */
export function OfflineMark() {
  const state = useOffline((offline) => offline.state);
  const takeUpdate = useOffline((offline) => offline.takeUpdate);
  useEffect(() => {
    void startOffline();
  }, []);
  switch (state) {
    case 'off':
      return null;
    case 'saving':
      return (
        <span
          className="offline-mark"
          title={t`The browser is keeping the page, to open it without a network.`}
        >
          <CloudDownload aria-hidden />
          <span className="offline-words">{t`Getting ready for offline…`}</span>
        </span>
      );
    case 'ready':
      return (
        <span
          className="offline-mark"
          role="status"
          title={t`The browser has kept the whole page: it opens and works without a network.`}
        >
          <WifiOff aria-hidden />
          <span className="offline-words">{t`Ready offline`}</span>
        </span>
      );
    case 'update':
      return (
        <Button className="offline-update" title={t`Your files stay as they are.`} onClick={takeUpdate}>
          <RefreshCw aria-hidden />
          {t`New version – reload`}
        </Button>
      );
  }
}
