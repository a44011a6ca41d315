import type { ReactNode } from 'react';
import './field.css';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** The input or select of that id, with the class `ui-input`. */
  readonly children: ReactNode;
}

/** A label above its input. */
export function Field({ id, label, children }: FieldProps) {
  return (
    <label className="ui-field" htmlFor={id}>
      {label}
      {children}
    </label>
  );
}
