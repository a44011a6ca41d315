import type { LessonProblem } from '../engine';
import { t } from '../language/t';

interface Props {
  readonly problems: readonly LessonProblem[];
  readonly text: string;
}

/** What is wrong with a lesson, each with its line, its column and the line itself. */
export function ProblemList({ problems, text }: Props) {
  const lines = text.split('\n');
  return (
    <ul className="lessons-problems" aria-label={t`Problems of the lesson`}>
      {problems.map(({ code, severity, message, line, column }) => (
        <li key={`${code} ${String(line)} ${String(column)} ${message}`}>
          <span className="lessons-place">
            {line}:{column}
          </span>{' '}
          {severity === 'warning' ? t`Worth a look: ${message}` : message}
          {(lines[line - 1] ?? '').trim() !== '' && (
            <code className="lessons-line">{(lines[line - 1] ?? '').trim()}</code>
          )}
        </li>
      ))}
    </ul>
  );
}
