import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { ExpectationDraft } from '../engine';
import { t } from '../language/t';
import { addExpectation } from '../state/expectationText';
import { useAnalysis } from '../state/hooks';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SuggestField } from '../ui/SuggestField';
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
        <Field id={`${id}want`} label={t`Must hold`}>
          <select
            id={`${id}want`}
            className="ui-input"
            value={want}
            onChange={({ currentTarget }) => {
              setFields({ ...fields, want: currentTarget.value === 'allow' ? 'allow' : 'block' });
            }}
          >
            <option value="allow">{t`can reach`}</option>
            <option value="block">{t`cannot reach`}</option>
          </select>
        </Field>
        <Field id={`${id}port`} label={t`Port`}>
          <input
            id={`${id}port`}
            className="ui-input"
            value={port}
            placeholder={want === 'allow' ? t`every port` : t`any port`}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget }) => {
              setFields({ ...fields, port: currentTarget.value });
            }}
          />
        </Field>
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

function End({ value, ...rest }: EndProps) {
  const topology = useAnalysis(({ drawn }) => drawn?.topology ?? null);
  const suggestions = useSuggestions(value, topology).map((one) => ({ value: one }));
  return <SuggestField value={value} suggestions={suggestions} {...rest} />;
}
