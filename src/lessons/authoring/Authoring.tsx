import { ArrowLeft, CircleCheck, Download, Eraser, Play, Plus, Trash2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { spokenLanguage, t } from '../../language/t';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { saveText } from '../../ui/saveText';
import { levels, levelWords } from '../levels';
import { lessonStore } from '../lessonStore';
import type { Frame } from '../openLesson';
import { openOwnLesson } from '../ownLesson';
import { ProblemList } from '../ProblemList';
import { draftStore, idOf, lessonOf, startOver, type Draft } from './draftStore';
import { FileFields } from './FileFields';
import { GoalFields } from './GoalFields';
import { useProof } from './useProof';

/** A teacher's own lesson: words, goals, hints and the workspace as start and solution, tried out as it is written. */
export function Authoring({ frame }: { readonly frame: Frame }) {
  const draft = useStore(draftStore);
  return (
    <section aria-label={t`Make a lesson`}>
      <Button
        look="link"
        onClick={() => {
          lessonStore.setState({ page: 'catalogue' });
        }}
      >
        <ArrowLeft aria-hidden />
        {t`All lessons`}
      </Button>
      <h3 className="lessons-title">{t`Make a lesson`}</h3>
      <Line label={t`Title`} part="title" hint={t`One client only`} />
      <Line label={t`Summary, one line for the list`} part="summary" hint={draft.title} />
      <div className="lessons-fields">
        <Line label={t`Name in links`} part="id" hint={idOf(draft.title)} />
        <Line label={t`Minutes`} part="minutes" hint="" />
        <Line label={t`Language`} part="language" hint={spokenLanguage().code} />
        <Field label={t`Level`}>
          {(id) => (
            <select
              id={id}
              className="lessons-input"
              value={draft.level}
              onChange={({ currentTarget }) => {
                draftStore.setState({
                  level: levels.find((one) => one === currentTarget.value) ?? 'everyday',
                });
              }}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {levelWords(level)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Area label={t`Text, in Markdown`} part="text" />
      <FileFields />
      <GoalFields />
      <HintFields hints={draft.hints} />
      <Area label={t`Why, shown when it is solved`} part="why" />
      <Outcome draft={draft} frame={frame} />
    </section>
  );
}

/** What is still wrong, and what can be done with the lesson. */
function Outcome({ draft, frame }: { readonly draft: Draft; readonly frame: Frame }) {
  const proof = useProof();
  const isGood = proof !== null && proof.read.lesson !== null;
  const name = `${lessonOf(draft).id || 'lesson'}.md`;
  return (
    <section className="lessons-section" aria-label={t`Check`}>
      <h4 className="lessons-heading">{t`Check`}</h4>
      <div role="status">
        {isGood && (
          <p className="lessons-status">
            <CircleCheck size={16} aria-hidden />{' '}
            {t`The start misses a goal, and the solution meets them all.`}
          </p>
        )}
        {proof !== null && proof.read.problems.length > 0 && (
          <ProblemList problems={proof.read.problems} text={proof.text} />
        )}
      </div>
      <div className="lessons-buttons">
        <Button
          look="outlined"
          disabled={proof === null}
          onClick={() => {
            if (proof !== null) saveText(name, 'text/markdown', proof.text);
          }}
        >
          <Download aria-hidden />
          {t`Export as a file`}
        </Button>
        <Button
          look="outlined"
          disabled={!isGood}
          onClick={() => {
            if (proof !== null) void openOwnLesson(name, proof.text, frame);
          }}
        >
          <Play aria-hidden />
          {t`Try it as a student`}
        </Button>
        <Button look="outlined" onClick={startOver}>
          <Eraser aria-hidden />
          {t`Start over`}
        </Button>
      </div>
    </section>
  );
}

function HintFields({ hints }: Pick<Draft, 'hints'>) {
  return (
    <section className="lessons-section" aria-label={t`Hints`}>
      <h4 className="lessons-heading">{t`Hints`}</h4>
      {hints.map((hint, index) => (
        <div key={index} className="lessons-item">
          <textarea
            className="lessons-input"
            aria-label={t`Hint ${index + 1}`}
            value={hint}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget;
              draftStore.setState({ hints: hints.map((one, at) => (at === index ? value : one)) });
            }}
          />
          <IconButton
            label={t`Delete hint ${index + 1}`}
            tip="below-left"
            icon={<Trash2 aria-hidden />}
            onClick={() => {
              draftStore.setState({ hints: hints.filter((_, at) => at !== index) });
            }}
          />
        </div>
      ))}
      <div className="lessons-buttons">
        <Button
          look="outlined"
          onClick={() => {
            draftStore.setState({ hints: [...hints, ''] });
          }}
        >
          <Plus aria-hidden />
          {t`Add a hint`}
        </Button>
      </div>
    </section>
  );
}

type TextPart = 'title' | 'summary' | 'id' | 'minutes' | 'language' | 'text' | 'why';

function Line({
  label,
  part,
  hint,
}: {
  readonly label: string;
  readonly part: TextPart;
  readonly hint: string;
}) {
  const value = useStore(draftStore, (state) => state[part]);
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="lessons-input"
          value={value}
          placeholder={hint}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            draftStore.setState({ [part]: currentTarget.value });
          }}
        />
      )}
    </Field>
  );
}

function Area({ label, part }: { readonly label: string; readonly part: TextPart }) {
  const value = useStore(draftStore, (state) => state[part]);
  return (
    <Field label={label}>
      {(id) => (
        <textarea
          id={id}
          className="lessons-input"
          value={value}
          onChange={({ currentTarget }) => {
            draftStore.setState({ [part]: currentTarget.value });
          }}
        />
      )}
    </Field>
  );
}

function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="lessons-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
