import { ArrowLeft, ArrowRight, Printer } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../language/t';
import { useView } from '../state/hooks';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Blocks } from './Blocks';
import type { LessonEntry } from './entry';
import { factsOf } from './facts';
import { Goals } from './Goals';
import { Hints } from './Hints';
import { LessonSheet } from './LessonSheet';
import { lessonStore, shownOf, useLessons } from './lessonStore';
import type { Frame } from './openLesson';
import { Solution, SolutionText } from './Solution';
import { Score } from './Score';
import { NextLesson, Solved, Why } from './Solved';
import { Stars } from './Stars';
import { stepByKeys, stepLesson } from './stepping';
import { stepName, type Step } from './steps';

interface Props {
  readonly entry: LessonEntry;
  readonly frame: Frame;
}

/** The open lesson: all of it below each other, or, in classroom mode, one step at a time. */
export function LessonView({ entry, frame }: Props) {
  const classroom = useView((state) => state.classroom);
  const stars = useLessons(({ progress }) => progress.stars[entry.key] ?? 0);
  const [isPrinting, setPrinting] = useState(false);
  const { title, language } = entry.lesson;
  useEffect(() => stepByKeys(frame), [frame]);
  return (
    <article className="lessons-lesson" aria-label={title}>
      <div className="lessons-bar">
        <Button
          look="link"
          onClick={() => {
            lessonStore.setState({ page: 'catalogue' });
          }}
        >
          <ArrowLeft aria-hidden />
          {t`All lessons`}
        </Button>
        <IconButton
          label={t`Print a sheet`}
          tip="below-left"
          icon={<Printer aria-hidden />}
          onClick={() => {
            setPrinting(true);
          }}
        />
      </div>
      <h3 className="lessons-title">
        <span lang={language}>{title}</span> <Stars count={stars} />
      </h3>
      <p className="lessons-quiet">{factsOf(entry.lesson)}</p>
      {classroom ? <OneStep entry={entry} frame={frame} /> : <Everything entry={entry} frame={frame} />}
      {isPrinting && (
        <LessonSheet
          lesson={entry.lesson}
          onPrinted={() => {
            setPrinting(false);
          }}
        />
      )}
    </article>
  );
}

function Everything({ entry, frame }: Props) {
  return (
    <>
      <Blocks blocks={entry.lesson.text} language={entry.lesson.language} />
      <Goals entry={entry} />
      <Solved entry={entry}>
        <Why entry={entry} />
        <NextLesson entry={entry} frame={frame} />
      </Solved>
      <Hints entry={entry} />
      <Solution entry={entry} />
      <Score />
    </>
  );
}

/** For a projector: what is talked about now, and nothing else. */
function OneStep({ entry, frame }: Props) {
  const step = useLessons((state) => state.step);
  const foot = useRef<HTMLDivElement>(null);
  // Every step begins at its beginning.
  useEffect(() => {
    foot.current?.closest('.ui-side-body')?.scrollTo(0, 0);
  }, [step]);
  const hints = useLessons((state) => shownOf(state).hints);
  useEffect(() => {
    const newest = foot.current?.parentElement?.querySelector('.lessons-hint:last-child');
    newest?.scrollIntoView({ block: 'nearest' });
  }, [hints]);
  return (
    <>
      <StepPart step={step} entry={entry} frame={frame} />
      <div className="lessons-foot" ref={foot}>
        <Score />
        <nav className="lessons-steps" aria-label={t`Steps`}>
          <IconButton
            label={t`Back`}
            tip="right"
            icon={<ArrowLeft aria-hidden />}
            disabled={step === 'text'}
            onClick={() => {
              stepLesson(-1, frame);
            }}
          />
          <span aria-live="polite">{stepName(step)}</span>
          <IconButton
            label={t`On`}
            tip="above-left"
            icon={<ArrowRight aria-hidden />}
            onClick={() => {
              stepLesson(1, frame);
            }}
          />
        </nav>
      </div>
    </>
  );
}

function StepPart({ step, entry, frame }: Props & { readonly step: Step }): ReactNode {
  const progress = useLessons((state) => state.progress);
  switch (step) {
    case 'text':
      return <Blocks blocks={entry.lesson.text} language={entry.lesson.language} />;
    case 'goals':
      return (
        <>
          <Goals entry={entry} />
          <Solved entry={entry} />
        </>
      );
    case 'hints':
      return <Hints entry={entry} />;
    case 'solution':
      return (
        <>
          <Goals entry={entry} />
          <Solved entry={entry} />
          <Solution entry={entry} />
          {shownOf({ open: entry, progress }).isSolutionShown && <SolutionText entry={entry} />}
        </>
      );
    case 'why':
      return (
        <>
          <Solved entry={entry} />
          <Why entry={entry} />
          <NextLesson entry={entry} frame={frame} />
        </>
      );
  }
}
