import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Lesson } from '../engine';
import { Blocks } from './Blocks';

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
  const { title, level, minutes, text, goals, files } = lesson;
  return createPortal(
    <div className="lessons-sheet">
      <h1>{title}</h1>
      <p>
        {level}
        {minutes !== null && `, about ${String(minutes)} minutes`}
      </p>
      <Blocks blocks={text} />
      <h2>Goals</h2>
      <ul className="lessons-sheet-goals">
        {goals.map(({ sentence }) => (
          <li key={sentence}>☐ {sentence}</li>
        ))}
      </ul>
      {files.map(({ name, start, isReadOnly }) => (
        <section key={name}>
          <h2>
            {name}
            {isReadOnly && ' (cannot be changed)'}
          </h2>
          <pre>
            <code>{start.trimEnd()}</code>
          </pre>
        </section>
      ))}
    </div>,
    document.body,
  );
}
