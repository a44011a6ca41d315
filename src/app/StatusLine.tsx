import { ClipboardList } from 'lucide-react';
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { monacoProgress } from '../editor/loadMonaco';
import { changeSentence } from '../state/changeSentence';
import { useIntake } from '../intake';
import { t } from '../language/t';
import { isPictureOld, type Analysis, type AnalysisState } from '../state/analysisStore';
import { useAnalysis, useDocuments } from '../state/hooks';
import { Button } from '../ui/Button';
import { OnDemand, triggerAlone } from '../ui/OnDemand';
import { late, stayAway } from '../ui/late';
import { NoticePlace } from './NoticePlace';
import { PictureOldNotice } from './PictureOldNotice';
import { useLingering } from './useLingering';
import { countsLine, newsScene, unsupportedLine } from './words';

/** The line at the bottom: how the engine is, what the picture counts, what just changed, what went wrong. */
export function StatusLine() {
  const drawn = useAnalysis((state) => state.drawn);
  return (
    <footer className="app-status" aria-label={t`Status`}>
      <EngineState />
      {drawn !== null && <PictureNews drawn={drawn} />}
      <Late />
      <NoticePlace />
      <ReceiptButton />
    </footer>
  );
}

const LateStatus = late(() => import('./LateStatus').then((module) => module.LateStatus), stayAway);

/** Comes when the editor is there, or will not come. */
function Late() {
  const isTime = useStore(monacoProgress, ({ kind }) => kind === 'ready' || kind === 'failed');
  return isTime ? (
    <Suspense>
      <LateStatus />
    </Suspense>
  ) : null;
}

function engineWords(engine: AnalysisState['engine']): string {
  switch (engine) {
    case 'starting':
      return t`Starting…`;
    case 'ready':
      return t`Ready`;
    case 'restarting':
      return t`The engine was restarted`;
    case 'failed':
      return t`The engine has failed; the picture is the last good one`;
  }
}

function EngineState() {
  const engine = useAnalysis((state) => state.engine);
  const reading = useIntake((state) => state.reading > 0);
  return (
    <span className="app-engine" data-engine={engine} role="status">
      {reading ? t`Reading…` : engineWords(engine)}
    </span>
  );
}

/** What the picture counts, what just became of it, and what it cannot say. */
function PictureNews({ drawn }: { readonly drawn: Analysis }) {
  const { picture, topology, receipt, policies } = drawn;
  const unsupported = unsupportedLine(receipt.unsupported, picture.undecided);
  return (
    <>
      <span className="app-counts">{countsLine(picture, topology, policies.length)}</span>
      <div className="app-news">
        <div className="app-live" role="status">
          <PictureOldNotice />
          <ChangeSentence drawn={drawn} />
        </div>
        {unsupported !== null && (
          <span className="app-unsaid" title={unsupported}>
            {unsupported}
          </span>
        )}
      </div>
    </>
  );
}

const CHANGE_STAYS = 8000;

function ChangeSentence({ drawn }: { readonly drawn: Analysis }) {
  const old = useAnalysis(isPictureOld);
  const leap = useDocuments((state) => state.leap);
  const sentence = useLingering(
    old ? '' : changeSentence(drawn.changes.counts),
    newsScene(drawn, leap),
    CHANGE_STAYS,
  );
  return old || sentence === '' ? null : <span className="app-change">{sentence}</span>;
}

const loadReceipt = () => import('./ReceiptPopover');
const ReceiptPopover = late(() => loadReceipt().then((module) => module.ReceiptPopover), triggerAlone);

function ReceiptButton() {
  const receipt = useAnalysis((state) => state.analysis?.receipt);
  if (!receipt) return null;
  const trigger = (
    <Button className="app-receipt">
      <ClipboardList aria-hidden />
      {t`Receipt`}
    </Button>
  );
  return (
    <OnDemand trigger={trigger} popup="dialog" load={loadReceipt}>
      <ReceiptPopover trigger={trigger} receipt={receipt} />
    </OnDemand>
  );
}
