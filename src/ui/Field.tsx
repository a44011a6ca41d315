import type { ReactNode } from 'react';
import './field.css';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** What is wrong with what stands in it; null: nothing. `fieldProblem` points the input at it. */
  readonly problem?: string | null;
  /** The input or select of that id, with the class `ui-input`. */
  readonly children: ReactNode;
}

/** A label above its input, and below it what is wrong. */
export function Field({ id, label, problem = null, children }: FieldProps) {
  return (
    <div className="ui-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problem !== null && (
        <p id={problemId(id)} className="ui-field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

const problemId = (id: string): string => `${id}problem`;

/** What an input says of its own problem. */
export const fieldProblem = (
  id: string,
  problem: string | null,
): { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined } => ({
  'aria-invalid': problem !== null,
  'aria-describedby': problem === null ? undefined : problemId(id),
});
