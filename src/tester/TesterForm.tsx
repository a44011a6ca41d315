import { ArrowDownUp } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Attempt, Misread } from '../engine';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SuggestField } from '../ui/SuggestField';
import { isPort, testerStore } from './testerStore';
import { useSuggestions } from './useTold';

const protocols: readonly Attempt['protocol'][] = ['TCP', 'UDP', 'SCTP'];

/** From, to, protocol and port; every change is played through at once. */
export function TesterForm({ misread }: { readonly misread: Misread | null }) {
  const { from, to, protocol, port } = useStore(testerStore);
  const id = useId();
  const portProblem = isPort(port) ? null : t`A port is a whole number from 1 to 65535.`;
  return (
    <form
      className="tester-form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <End
        label={t`From`}
        hint={t`shop/web, or an address`}
        value={from}
        end="from"
        isInvalid={misread?.field === 'from'}
      />
      <End
        label={t`To`}
        hint="api, shop/db, example.org, 10.0.0.7"
        value={to}
        end="to"
        isInvalid={misread?.field === 'to'}
      />
      <div className="tester-row">
        <Field id={`${id}protocol`} label={t`Protocol`}>
          <select
            id={`${id}protocol`}
            className="ui-input"
            value={protocol}
            onChange={({ currentTarget }) => {
              testerStore.setState({
                protocol: protocols.find((one) => one === currentTarget.value) ?? 'TCP',
              });
            }}
          >
            {protocols.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <Field id={`${id}port`} label={t`Port`}>
          <input
            id={`${id}port`}
            className="ui-input"
            type="number"
            min={1}
            max={65535}
            value={port === 0 ? '' : port}
            aria-invalid={portProblem !== null}
            aria-describedby={portProblem === null ? undefined : `${id}problem`}
            onChange={({ currentTarget }) => {
              testerStore.setState({ port: Number(currentTarget.value) });
            }}
          />
        </Field>
        <Button
          look="outlined"
          onClick={() => {
            testerStore.setState({ from: to.replace(/^service:/, ''), to: from });
          }}
        >
          <ArrowDownUp aria-hidden />
          {t`Swap`}
        </Button>
      </div>
      {portProblem !== null && (
        <p id={`${id}problem`} className="tester-problem" role="alert">
          {portProblem}
        </p>
      )}
    </form>
  );
}

interface EndProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly end: 'from' | 'to';
  readonly isInvalid: boolean;
}

function End({ value, end, ...rest }: EndProps) {
  const suggestions = useSuggestions(value);
  const offered =
    end === 'from' ? suggestions.filter((one) => !one.value.startsWith('service:')) : suggestions;
  return (
    <SuggestField
      value={value}
      suggestions={offered}
      onChange={(text) => {
        testerStore.setState({ [end]: text });
      }}
      {...rest}
    />
  );
}
