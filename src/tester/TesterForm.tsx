import { ArrowDownUp } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import type { Attempt } from '../engine';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import { testerStore } from './testerStore';
import { useSuggestions } from './useTold';

const protocols: readonly Attempt['protocol'][] = ['TCP', 'UDP', 'SCTP'];

/** From, to, protocol and port; every change is played through at once. */
export function TesterForm() {
  const { from, to, protocol, port } = useStore(testerStore);
  const id = useId();
  return (
    <form
      className="tester-form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <End label={t`From`} hint={t`shop/web, or an address`} value={from} end="from" />
      <End label={t`To`} hint="api, shop/db, example.org, 10.0.0.7" value={to} end="to" />
      <div className="tester-row">
        <label className="tester-field" htmlFor={`${id}protocol`}>
          {t`Protocol`}
          <select
            id={`${id}protocol`}
            className="tester-input"
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
        </label>
        <label className="tester-field" htmlFor={`${id}port`}>
          {t`Port`}
          <input
            id={`${id}port`}
            className="tester-input"
            type="number"
            min={1}
            max={65535}
            value={port === 0 ? '' : port}
            onChange={({ currentTarget }) => {
              testerStore.setState({ port: Number.parseInt(currentTarget.value, 10) || 0 });
            }}
          />
        </label>
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
    </form>
  );
}

interface EndProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly end: 'from' | 'to';
}

function End({ label, hint, value, end }: EndProps) {
  const id = useId();
  const suggestions = useSuggestions(value);
  const offered =
    end === 'from' ? suggestions.filter((one) => !one.value.startsWith('service:')) : suggestions;
  return (
    <label className="tester-field" htmlFor={id}>
      {label}
      <input
        id={id}
        className="tester-input"
        list={`${id}list`}
        value={value}
        placeholder={hint}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ currentTarget }) => {
          testerStore.setState({ [end]: currentTarget.value });
        }}
      />
      <datalist id={`${id}list`}>
        {offered.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </label>
  );
}
