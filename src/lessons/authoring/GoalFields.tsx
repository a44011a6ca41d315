import { ListPlus, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EntityId, ExpectationDraft } from '../../engine';
import { t } from '../../language/t';
import { useView } from '../../state/hooks';
import { useAsked } from '../../state/useAsked';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { draftStore, type DraftGoal } from './draftStore';

function setGoals(change: (goals: readonly DraftGoal[]) => readonly DraftGoal[]): void {
  draftStore.setState(({ goals }) => ({ goals: change(goals) }));
}

/** The goals of a lesson: pairs that are clicked in the picture, or written by hand. */
export function GoalFields() {
  const goals = useStore(draftStore, (state) => state.goals);
  const selection = useView((state) => state.selection);
  return (
    <section className="lessons-section" aria-label={t`Goals`}>
      <h4 className="lessons-heading">{t`Goals`}</h4>
      {goals.map((goal, index) => (
        // Goals have no other name than their place.
        <GoalRow key={index} goal={goal} index={index} />
      ))}
      {selection.kind === 'pair' ? (
        <FromPair source={selection.source} destination={selection.destination} />
      ) : (
        <p className="lessons-quiet">
          {t`Select a connection in the picture to make a goal of it: as it is now, or the other way round.`}
        </p>
      )}
      <div className="lessons-buttons">
        <Button
          look="outlined"
          onClick={() => {
            setGoals((before) => [...before, { want: 'block', from: 'any pod', to: '', ports: '' }]);
          }}
        >
          <Plus aria-hidden />
          {t`Write a goal`}
        </Button>
      </div>
    </section>
  );
}

function FromPair({ source, destination }: { readonly source: EntityId; readonly destination: EntityId }) {
  const question = useMemo(() => ({ kind: 'expect', source, destination }) as const, [source, destination]);
  const draft = useAsked<'expect'>(question)?.draft ?? null;
  if (draft === null)
    return <p className="lessons-quiet">{t`Nothing of the selected pair can be made a goal.`}</p>;
  const { want, from, to, ports } = draft;
  const add = (wanted: DraftGoal['want']): void => {
    setGoals((before) => [
      ...before,
      { want: wanted, from, to, ports: wanted === want ? ports.join(', ') : '' },
    ]);
  };
  return (
    <div>
      <p className="lessons-quiet">{selectedWords(draft)}</p>
      <div className="lessons-buttons">
        {(['allow', 'block'] as const).map((wanted) => (
          <Button
            key={wanted}
            look="outlined"
            onClick={() => {
              add(wanted);
            }}
          >
            <ListPlus aria-hidden />
            {wanted === 'allow' ? t`Must be allowed` : t`Must be blocked`}
          </Button>
        ))}
      </div>
    </div>
  );
}

function selectedWords({ want, from, to, ports }: ExpectationDraft): string {
  const listed = ports.join(', ');
  switch (want) {
    case 'allow':
      return listed === ''
        ? t`Selected: ${from} can reach ${to} now.`
        : t`Selected: ${from} can reach ${to} on ${listed} now.`;
    case 'block':
      return listed === ''
        ? t`Selected: ${from} cannot reach ${to} now.`
        : t`Selected: ${from} cannot reach ${to} on ${listed} now.`;
  }
}

function GoalRow({ goal, index }: { readonly goal: DraftGoal; readonly index: number }) {
  const number = index + 1;
  const change = (part: Partial<DraftGoal>): void => {
    setGoals((goals) => goals.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <div className="lessons-item" role="group" aria-label={t`Goal ${number}`}>
      <div className="lessons-goal-fields">
        <Words
          label={t`From of goal ${number}`}
          hint="shop/web"
          value={goal.from}
          onChange={(from) => change({ from })}
        />
        <select
          className="lessons-input"
          aria-label={t`What must hold of goal ${number}`}
          value={goal.want}
          onChange={({ currentTarget }) => {
            change({ want: currentTarget.value === 'allow' ? 'allow' : 'block' });
          }}
        >
          <option value="allow">{t`can reach`}</option>
          <option value="block">{t`cannot reach`}</option>
        </select>
        <Words
          label={t`To of goal ${number}`}
          hint="shop/db"
          value={goal.to}
          onChange={(to) => change({ to })}
        />
        <Words
          label={t`Ports of goal ${number}`}
          hint={t`all ports`}
          value={goal.ports}
          onChange={(ports) => change({ ports })}
        />
      </div>
      <IconButton
        label={t`Delete goal ${number}`}
        tip="below-left"
        icon={<Trash2 aria-hidden />}
        onClick={() => {
          setGoals((goals) => goals.filter((_, at) => at !== index));
        }}
      />
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words({ label, hint, value, onChange }: WordsProps) {
  return (
    <input
      className="lessons-input"
      aria-label={label}
      placeholder={hint}
      value={value}
      spellCheck={false}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}
