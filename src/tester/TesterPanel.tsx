import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Attempt, Misread } from '../engine';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { TesterForm } from './TesterForm';
import { TesterResult } from './TesterResult';
import { testerStore } from './testerStore';
import { useAttempt } from './useTold';
import './tester.css';

/** Plays one connection through, as a person would try it on the cluster: who, to whom, on which port. */
export function TesterPanel({ onClose }: { readonly onClose: () => void }) {
  const attempt = useStore(testerStore);
  const result = useAttempt(attempt);
  const isEmpty = attempt.from.trim() === '' || attempt.to.trim() === '';
  const misread = result !== null && 'field' in result ? result : null;
  return (
    <aside className="tester" aria-label={t`Connection tester`} tabIndex={-1}>
      <div className="tester-close">
        <IconButton label={t`Close the connection tester`} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className="tester-scroll">
        <h2 className="tester-title">{t`Test a connection`}</h2>
        <TesterForm misread={misread} />
        <div role="status" className="tester-answer">
          {isEmpty && (
            <p className="tester-quiet">
              {t`Say who connects to whom: a pod, a workload, a Service, a host name or an address.`}
            </p>
          )}
          {misread !== null && <MisreadNote misread={misread} />}
          {result !== null && 'steps' in result && <TesterResult result={result} />}
        </div>
      </div>
    </aside>
  );
}

/** Why the fields are no connection, and what would be. */
function MisreadNote({ misread: { sentence, instead } }: { readonly misread: Misread }) {
  return (
    <>
      <p className="tester-misread">{sentence}</p>
      {instead !== null && (
        <Button
          look="outlined"
          onClick={() => {
            testerStore.setState(instead);
          }}
        >
          {insteadLabel(instead)}
        </Button>
      )}
    </>
  );
}

function insteadLabel({ to = '', port }: Partial<Attempt>): string {
  if (port === undefined) return t`Try ${to}`;
  return t`Try ${to}, port ${String(port)}`;
}
