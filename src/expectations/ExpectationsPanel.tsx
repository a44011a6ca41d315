import { Download, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { addExpectation, expectationsFile, expectationsText } from '../state/expectationText';
import { Button } from '../ui/Button';
import { Term } from '../ui/Term';
import { saveText } from '../ui/saveText';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { AddForm } from './AddForm';
import { FromSelection } from './FromSelection';
import { ResultItem } from './ResultItem';
import { resultsStore, watchExpectations } from './resultsStore';
import { summary, worstFirst } from './words';
import './expectations.css';

/** What must hold, and whether it does: checked after every edit. */
export function ExpectationsPanel({ onClose }: SidePanelProps) {
  useEffect(watchExpectations, []);
  const results = useStore(resultsStore, (state) => state.results);
  return (
    <SidePanel title={t`Expectations`} onClose={onClose}>
      {results !== null && results.length === 0 && <NothingExpected />}
      {results !== null && results.length > 0 && (
        <>
          <div className="expectations-summary">
            <p className="expectations-count">{summary(results)}</p>
            <Button
              look="outlined"
              onClick={() => {
                saveText(
                  expectationsFile,
                  'application/yaml',
                  expectationsText(documentStore.getState().files),
                );
              }}
            >
              <Download aria-hidden />
              {t`Export`}
            </Button>
          </div>
          <ul className="expectations-list" aria-label={t`Expectations`}>
            {worstFirst(results).map((result) => (
              <ResultItem
                key={`${result.place?.file ?? ''} ${String(result.place?.start ?? 0)} ${result.sentence}`}
                result={result}
              />
            ))}
          </ul>
        </>
      )}
      <h3 className="expectations-title">{t`Add one`}</h3>
      <AddForm />
      <FromSelection />
    </SidePanel>
  );
}

function NothingExpected() {
  return (
    <div className="expectations-empty">
      <p>
        {rich`Say what must hold, whatever the ${(<Term id="networkpolicy">{t`policies`}</Term>)} are: who must be able to connect, and who must not. It is checked after every edit, kept with your files in ${(<code>{expectationsFile}</code>)}, and checked in CI by ${(<code>netpol check</code>)}.`}
      </p>
      <Button
        look="outlined"
        onClick={() => {
          addExpectation({ want: 'block', from: 'any pod', to: '169.254.169.254', ports: [] });
        }}
      >
        <Plus aria-hidden />
        {t`Expect that no pod reaches 169.254.169.254`}
      </Button>
    </div>
  );
}
