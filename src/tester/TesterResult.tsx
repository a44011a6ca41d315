import { CircleCheck, CircleHelp, CircleMinus, Copy, Info } from 'lucide-react';
import type { AttemptResult, AttemptStep, Fate } from '../engine';
import { t } from '../language/t';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';

function stageName(stage: AttemptStep['stage']): string {
  switch (stage) {
    case 'dns':
      return t`Name lookup`;
    case 'service':
      return 'Service';
    case 'endpoint':
      return t`Endpoints`;
    case 'policy':
      return t`Policies`;
    case 'port':
      return t`Port`;
  }
}

/** The verdict, the way there stage by stage, what a person would see, and the command that proves it. */
export function TesterResult({ result }: { readonly result: AttemptResult }) {
  const { fate, sentence, steps, symptom, command } = result;
  return (
    <>
      <p className="tester-verdict" data-fate={fate}>
        <FateMark fate={fate} />
        {sentence}
      </p>
      <ol className="tester-steps" aria-label={t`The way of the connection`}>
        {steps.map((step) => (
          <Step key={`${step.stage} ${step.sentence}`} step={step} />
        ))}
      </ol>
      {symptom !== '' && <Terminal title={t`What you would see`} text={symptom} />}
      {command !== '' && <Terminal title={t`Try it on the cluster`} text={command} />}
    </>
  );
}

function Step({ step: { stage, outcome, sentence, place, pair } }: { readonly step: AttemptStep }) {
  return (
    <li className="tester-step" data-outcome={outcome}>
      <OutcomeMark outcome={outcome} />
      <div>
        <p className="tester-stage">{stageName(stage)}</p>
        <p>{sentence}</p>
        {place !== null && (
          <Button
            look="link"
            onClick={() => {
              viewStore.getState().revealPlace(place);
            }}
          >
            {t`Show it in the text`}
          </Button>
        )}
        {pair !== null && (
          <Button
            look="link"
            onClick={() => {
              viewStore.getState().select({ kind: 'pair', ...pair });
            }}
          >
            {t`Show the connection`}
          </Button>
        )}
      </div>
    </li>
  );
}

function OutcomeMark({ outcome }: Pick<AttemptStep, 'outcome'>) {
  switch (outcome) {
    case 'pass':
      return <CircleCheck size={16} role="img" aria-label={t`passes`} />;
    case 'stop':
      return <CircleMinus size={16} role="img" aria-label={t`stops here`} />;
    case 'doubt':
      return <CircleHelp size={16} role="img" aria-label={t`cannot be said`} />;
    case 'note':
      return <Info size={16} role="img" aria-label={t`note`} />;
  }
}

function FateMark({ fate }: { readonly fate: Fate }) {
  switch (fate) {
    case 'connected':
      return <CircleCheck size={18} aria-hidden />;
    case 'unknown':
    case 'flaky':
      return <CircleHelp size={18} aria-hidden />;
    case 'unresolved':
    case 'unknown-host':
    case 'timed-out':
    case 'refused':
      return <CircleMinus size={18} aria-hidden />;
  }
}

function Terminal({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className="tester-section">
      <h3 className="tester-stage">{title}</h3>
      <div className="tester-terminal">
        <code>{text}</code>
        <button
          type="button"
          className="tester-copy"
          aria-label={t`Copy: ${title}`}
          title={t`Copy`}
          onClick={() => {
            void navigator.clipboard.writeText(text);
          }}
        >
          <Copy aria-hidden size={14} />
        </button>
      </div>
    </section>
  );
}
