import { ListPlus, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EntityId } from '../../engine';
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
    <section className="lessons-section" aria-label="Goals">
      <h4 className="lessons-heading">Goals</h4>
      {goals.map((goal, index) => (
        // Goals have no other name than their place.
        <GoalRow key={index} goal={goal} index={index} />
      ))}
      {selection.kind === 'pair' ? (
        <FromPair source={selection.source} destination={selection.destination} />
      ) : (
        <p className="lessons-quiet">
          Select a connection in the picture to make a goal of it: as it is now, or the other way round.
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
          Write a goal
        </Button>
      </div>
    </section>
  );
}

function FromPair({ source, destination }: { readonly source: EntityId; readonly destination: EntityId }) {
  const question = useMemo(() => ({ kind: 'expect', source, destination }) as const, [source, destination]);
  const draft = useAsked<'expect'>(question)?.draft ?? null;
  if (draft === null)
    return <p className="lessons-quiet">Nothing of the selected pair can be made a goal.</p>;
  const { want, from, to, ports } = draft;
  const add = (wanted: DraftGoal['want']): void => {
    setGoals((before) => [
      ...before,
      { want: wanted, from, to, ports: wanted === want ? ports.join(', ') : '' },
    ]);
  };
  return (
    <div>
      <p className="lessons-quiet">
        Selected: {from} {want === 'allow' ? 'can reach' : 'cannot reach'} {to}
        {ports.length > 0 && ` on ${ports.join(', ')}`} now.
      </p>
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
            {wanted === 'allow' ? 'Must be allowed' : 'Must be blocked'}
          </Button>
        ))}
      </div>
    </div>
  );
}

function GoalRow({ goal, index }: { readonly goal: DraftGoal; readonly index: number }) {
  const number = String(index + 1);
  const change = (part: Partial<DraftGoal>): void => {
    setGoals((goals) => goals.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <div className="lessons-item" role="group" aria-label={`Goal ${number}`}>
      <div className="lessons-goal-fields">
        <Words
          label={`From of goal ${number}`}
          hint="shop/web"
          value={goal.from}
          onChange={(from) => change({ from })}
        />
        <select
          className="lessons-input"
          aria-label={`What must hold of goal ${number}`}
          value={goal.want}
          onChange={({ currentTarget }) => {
            change({ want: currentTarget.value === 'allow' ? 'allow' : 'block' });
          }}
        >
          <option value="allow">can reach</option>
          <option value="block">cannot reach</option>
        </select>
        <Words
          label={`To of goal ${number}`}
          hint="shop/db"
          value={goal.to}
          onChange={(to) => change({ to })}
        />
        <Words
          label={`Ports of goal ${number}`}
          hint="all ports"
          value={goal.ports}
          onChange={(ports) => change({ ports })}
        />
      </div>
      <IconButton
        label={`Delete goal ${number}`}
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
