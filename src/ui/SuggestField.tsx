import { useId } from 'react';
import { Field } from './Field';

interface SuggestFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isInvalid?: boolean;
  readonly suggestions: readonly { readonly value: string; readonly label?: string }[];
  readonly onChange: (value: string) => void;
}

/** A field for a name, which offers what may be meant. */
export function SuggestField({
  label,
  hint,
  value,
  isInvalid = false,
  suggestions,
  onChange,
}: SuggestFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        className="ui-input"
        list={`${id}list`}
        value={value}
        placeholder={hint}
        aria-invalid={isInvalid}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
      <datalist id={`${id}list`}>
        {suggestions.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </Field>
  );
}
