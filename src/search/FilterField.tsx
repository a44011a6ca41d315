import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { FilterHint, FilterProblem } from '../engine';
import { t } from '../language/t';
import { lensStore, type Filter } from '../state/lensStore';
import { Hints } from './Hints';
import { SEARCH_BOX } from './ids';
import { useHints } from './useHints';

interface FilterFieldProps {
  readonly filter: Filter;
  readonly problem: FilterProblem | null;
  /** Goes to the next hit, or the one before. */
  readonly onGo: (step: 1 | -1) => void;
}

const LIST = 'search-hints';
const NOWHERE = -1;

/** The text box with its suggestions: arrow keys choose one, Enter takes it, or else goes to the next hit. */
export function FilterField({ filter: { text }, problem, onGo }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(NOWHERE);
  const hints = useHints(text, caret, isOpen);
  const chosen = hints[active];
  const isShown = isOpen && (hints.length > 0 || problem !== null);

  const change = (next: string, at: number, open = true): void => {
    // The caret is set after the text is there.
    flushSync(() => {
      lensStore.getState().setFilter({ text: next });
      setCaret(at);
      setActive(NOWHERE);
      setOpen(open);
    });
    input.current?.setSelectionRange(at, at);
  };
  // Up to the caret, which may have moved on within the word since this was offered.
  const take = ({ insert, start }: FilterHint): void => {
    change(
      text.slice(0, start) + insert + text.slice(caret).trimStart(),
      start + insert.length,
      insert.endsWith(':'),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (!isOpen) setOpen(true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // One more than there are: none of them.
        const count = hints.length + 1;
        setActive(((active + 1 + step + count) % count) - 1);
        break;
      }
      case 'Enter':
        if (chosen) take(chosen);
        // What is wrong with it stays in sight.
        else if (problem !== null && problem.code !== 'finds-nothing') setOpen(true);
        else {
          setOpen(false);
          onGo(event.shiftKey ? -1 : 1);
        }
        break;
      case 'Escape':
        if (active !== NOWHERE) setActive(NOWHERE);
        else if (text !== '') {
          change('', 0, false);
        } else if (isOpen) setOpen(false);
        else input.current?.blur();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div className="search-field">
      <input
        ref={input}
        id={SEARCH_BOX}
        className="search-input"
        role="combobox"
        aria-label={t`Search and filter the picture`}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={LIST}
        aria-activedescendant={chosen ? optionId(active) : undefined}
        aria-invalid={problem !== null && problem.code !== 'finds-nothing'}
        aria-describedby={problem === null ? undefined : 'search-problem'}
        placeholder={t`Search: web, ns:shop, port:8080, verdict:blocked …`}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="search"
        onChange={({ currentTarget: { value, selectionStart } }) => {
          change(value, selectionStart ?? value.length);
        }}
        onSelect={({ currentTarget: { selectionStart } }) => {
          setCaret(selectionStart ?? 0);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          setActive(NOWHERE);
        }}
        onKeyDown={onKeyDown}
      />
      <Hints
        id={LIST}
        isOpen={isShown}
        text={text}
        hints={hints}
        active={active}
        optionId={optionId}
        problem={problem}
        onTake={take}
      />
    </div>
  );
}

const optionId = (index: number): string => `search-hint-${String(index)}`;
