import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { ExpectationDraft } from '../engine';
import { t } from '../language/t';
import { addExpectation } from '../state/expectationText';
import { useAnalysis } from '../state/hooks';
import { Button } from '../ui/Button';
import { StatusMark } from './StatusMark';
import { usePreview } from './usePreview';
import { useSuggestions } from './useSuggestions';

const empty = { want: 'allow', from: '', to: '', port: '' } as const;

/** As they stand in the fields. */
interface Fields extends Omit<ExpectationDraft, 'ports'> {
  readonly port: string;
}

/** Who, may or may not, whom, on which port; whether it holds now is said before it is added. */
export function AddForm() {
  const [fields, setFields] = useState<Fields>(empty);
  const { want, from, to, port } = fields;
  const ports = port.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const preview = usePreview({ want, from: from.trim(), to: to.trim(), ports });
  const id = useId();
  const isUsable = preview !== null && preview.status !== 'invalid';
  return (
    <form
      className="expectations-form"
      aria-label={t`Add an expectation`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUsable) return;
        addExpectation({ want, from: from.trim(), to: to.trim(), ports });
        setFields(empty);
      }}
    >
      <End
        label={t`From`}
        hint="shop/web, namespace shop, any pod"
        value={from}
        onChange={(value) => {
          setFields({ ...fields, from: value });
        }}
      />
      <div className="expectations-row">
        <label className="expectations-field" htmlFor={`${id}want`}>
          {t`Must hold`}
          <select
            id={`${id}want`}
            className="expectations-input"
            value={want}
            onChange={({ currentTarget }) => {
              setFields({ ...fields, want: currentTarget.value === 'allow' ? 'allow' : 'block' });
            }}
          >
            <option value="allow">{t`can reach`}</option>
            <option value="block">{t`cannot reach`}</option>
          </select>
        </label>
        <label className="expectations-field" htmlFor={`${id}port`}>
          {t`Port`}
          <input
            id={`${id}port`}
            className="expectations-input"
            value={port}
            placeholder={want === 'allow' ? t`every port` : t`any port`}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget }) => {
              setFields({ ...fields, port: currentTarget.value });
            }}
          />
        </label>
      </div>
      <End
        label={t`To`}
        hint="shop/db, outside, 169.254.169.254"
        value={to}
        onChange={(value) => {
          setFields({ ...fields, to: value });
        }}
      />
      <div className="expectations-add">
        <Button type="submit" look="outlined" disabled={!isUsable}>
          <Plus aria-hidden />
          {t`Add`}
        </Button>
        <div role="status" className="expectations-preview">
          {preview !== null && (
            <>
              <StatusMark status={preview.status} />
              <span>
                {preview.status === 'invalid' ? preview.outcome || preview.sentence : preview.outcome}
              </span>
            </>
          )}
        </div>
      </div>
    </form>
  );
}

interface EndProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function End({ label, hint, value, onChange }: EndProps) {
  const id = useId();
  const topology = useAnalysis(({ drawn }) => drawn?.topology ?? null);
  const suggestions = useSuggestions(value, topology);
  return (
    <label className="expectations-field" htmlFor={id}>
      {label}
      <input
        id={id}
        className="expectations-input"
        list={`${id}list`}
        value={value}
        placeholder={hint}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
      <datalist id={`${id}list`}>
        {suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </label>
  );
}
