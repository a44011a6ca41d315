import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../language/t';
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
  const isAsked = attempt.from.trim() !== '' && attempt.to.trim() !== '';
  return (
    <aside className="tester" aria-label={t`Connection tester`} tabIndex={-1}>
      <div className="tester-close">
        <IconButton label={t`Close the connection tester`} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className="tester-scroll">
        <h2 className="tester-title">{t`Test a connection`}</h2>
        <TesterForm />
        <div role="status" className="tester-answer">
          {!isAsked && (
            <p className="tester-quiet">
              {t`Say who connects to whom: a pod, a workload, a Service, a host name or an address.`}
            </p>
          )}
          {isAsked && result === null && (
            <p className="tester-quiet">{t`There is no pod or workload ${attempt.from}.`}</p>
          )}
          {isAsked && result !== null && <TesterResult result={result} />}
        </div>
      </div>
    </aside>
  );
}
