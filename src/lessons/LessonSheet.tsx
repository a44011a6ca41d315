import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Lesson } from '../engine';
import { t } from '../language/t';
import { Blocks } from './Blocks';
import { factsOf } from './facts';

interface Props {
  readonly lesson: Lesson;
  readonly onPrinted: () => void;
}

/** A lesson on paper: its text, its goals to be ticked off, and the YAML it starts with. Asks to be printed as soon as it stands. */
export function LessonSheet({ lesson, onPrinted }: Props) {
  useEffect(() => {
    const done = (): void => {
      onPrinted();
    };
    window.addEventListener('afterprint', done);
    const timer = setTimeout(() => {
      window.print();
    });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', done);
    };
  }, [onPrinted]);
  const { title, language, text, goals, files } = lesson;
  return createPortal(
    <div className="lessons-sheet">
      <h1 lang={language}>{title}</h1>
      <p>{factsOf(lesson)}</p>
      <Blocks blocks={text} language={language} />
      <h2>{t`Goals`}</h2>
      <ul className="lessons-sheet-goals">
        {goals.map(({ sentence }) => (
          <li key={sentence}>☐ {sentence}</li>
        ))}
      </ul>
      {files.map(({ name, start, isReadOnly }) => (
        <section key={name}>
          <h2>{isReadOnly ? t`${name} (cannot be changed)` : name}</h2>
          <pre>
            <code>{start.trimEnd()}</code>
          </pre>
        </section>
      ))}
    </div>,
    document.body,
  );
}
