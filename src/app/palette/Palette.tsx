import { Dialog } from 'radix-ui';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Waypoint } from '../../engine';
import { t } from '../../language/t';
import { askEngine } from '../../state/askEngine';
import { tellingOf } from '../../ui/cutName';
import { Name } from '../../ui/Name';
import { shellStore } from '../shellStore';
import { actionEntries, matchesOf, waypointEntries, type Entry, type Match } from './entries';
import '../../ui/options.css';
import './palette.css';

/** Ids of what was chosen last, newest first; as long as the page stands. */
let recent: readonly string[] = [];
const REMEMBERED = 6;
const LIST = 'palette-list';

const close = (): void => {
  shellStore.getState().openSheet(null);
};

/** Everything there is to do and to go to, by a few letters of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const chosen = useRef<Entry | null>(null);
  const [before] = useState(() => document.activeElement);
  const doable = useMemo(() => actionEntries(), []);
  const waypoints = useWaypoints();
  const reachable = useMemo(() => waypointEntries(waypoints), [waypoints]);
  const matches = useMemo(() => matchesOf(query, doable, reachable, recent), [query, doable, reachable]);

  const tellings = useMemo(
    () =>
      tellingOf(
        matches.map(({ entry: { label } }) => ({ name: label })),
        () => '',
      ),
    [matches],
  );

  const choose = (entry: Entry | undefined): void => {
    if (!entry) return;
    recent = [entry.id, ...recent.filter((id) => id !== entry.id)].slice(0, REMEMBERED);
    chosen.current = entry;
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedBy(event.key, active, matches.length);
    if (event.key === 'Enter') choose(matches[active]?.entry);
    else if (next === null) return;
    else setActive(next);
    event.preventDefault();
  };

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="ui-dialog-back" />
        <Dialog.Content
          className="palette"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement) before.focus();
            // Only now: what it opens or points at takes the keyboard.
            chosen.current?.perform();
          }}
        >
          <Dialog.Title className="palette-title">{t`Commands, and go to …`}</Dialog.Title>
          <input
            className="palette-input"
            role="combobox"
            aria-label={t`Command, namespace, workload or policy`}
            aria-expanded
            aria-controls={LIST}
            aria-activedescendant={matches.length > 0 ? optionId(active) : undefined}
            placeholder={t`Command, namespace, workload or policy`}
            value={query}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => {
              setQuery(value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={LIST} className="ui-options palette-list" role="listbox" aria-label={t`What fits`}>
            {matches.map((match, index) => (
              <Option
                key={match.entry.id}
                match={match}
                telling={tellings[index]}
                index={index}
                isActive={index === active}
                onChoose={choose}
              />
            ))}
          </ul>
          {matches.length === 0 && <p className="palette-nothing">{t`Nothing fits “${query}”.`}</p>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const optionId = (index: number): string => `palette-option-${String(index)}`;

interface OptionProps {
  readonly match: Match;
  readonly telling: number | undefined;
  readonly index: number;
  readonly isActive: boolean;
  readonly onChoose: (entry: Entry) => void;
}

function Option({ match: { entry, at }, telling, index, isActive, onChoose }: OptionProps) {
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const typed = new Set(at);
  return (
    <li
      ref={option}
      id={optionId(index)}
      className="ui-option palette-option"
      role="option"
      aria-label={`${entry.label} ${entry.aside}`.trim()}
      aria-selected={isActive}
      onClick={() => {
        onChoose(entry);
      }}
    >
      <Name
        className="palette-label"
        name={entry.label}
        telling={telling}
        title={entry.label}
        piece={(text, from) =>
          text
            .split('')
            .map((letter, offset) => (typed.has(from + offset) ? <b key={offset}>{letter}</b> : letter))
        }
      />
      <span className="palette-aside">{entry.aside}</span>
    </li>
  );
}

/** Where a key leads in a list; null: it is not a move. */
function movedBy(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return null;
  }
}

/** What can be gone to in the answer that is drawn. */
function useWaypoints(): readonly Waypoint[] {
  const [waypoints, setWaypoints] = useState<readonly Waypoint[]>([]);
  useEffect(() => {
    let isOver = false;
    void askEngine({ kind: 'waypoints' }).then((told) => {
      if (!isOver && told !== null) setWaypoints(told);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return waypoints;
}
