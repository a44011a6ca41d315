import { TriangleAlert } from 'lucide-react';
import type { FilterHint, FilterProblem } from '../engine';
import { t } from '../language/t';
import { tellingOf } from '../ui/cutName';
import { Name } from '../ui/Name';
import '../ui/options.css';

interface HintsProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly text: string;
  readonly hints: readonly FilterHint[];
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly problem: FilterProblem | null;
  readonly onTake: (hint: FilterHint) => void;
}

/** What may be meant, and what is wrong with what is there. */
export function Hints({ id, isOpen, text, hints, active, optionId, problem, onTake }: HintsProps) {
  const names = hints.map(({ insert }) => ({ name: insert.trimEnd() }));
  const tellings = tellingOf(names, () => '');
  return (
    <div className="search-popup" hidden={!isOpen}>
      {problem !== null && (
        <p className="search-problem" id="search-problem">
          <TriangleAlert aria-hidden size={14} />
          <span>
            <code>{text.slice(problem.start, problem.end)}</code> {problem.sentence}
          </span>
        </p>
      )}
      <ul id={id} className="ui-options search-hints" role="listbox" aria-label={t`Suggestions`}>
        {hints.map((hint, index) => {
          const { name = '' } = names[index] ?? {};
          return (
            <li
              key={hint.insert}
              id={optionId(index)}
              className="ui-option search-hint"
              role="option"
              aria-label={`${name} ${hint.help}`}
              aria-selected={index === active}
              onPointerDown={(event) => {
                // The text box keeps the keyboard.
                event.preventDefault();
              }}
              onClick={() => {
                onTake(hint);
              }}
            >
              <Name className="search-insert" name={name} telling={tellings[index]} title={name} />
              <span className="search-help">{hint.help}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
