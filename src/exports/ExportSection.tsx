import { t } from '../language/t';
import './exports.css';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../ui/Button';

/** One file that can be made of what is open. */
export interface ExportChoice {
  readonly id: string;
  readonly label: string;
  /** What it is good for. */
  readonly summary: string;
  /** Makes it and hands it to the person; rejects with a sentence when it cannot be made. */
  readonly save: (title: string) => Promise<void>;
}

interface ExportSectionProps {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
}

/** All files that can be made of what is open, and the title that pictures have. */
export function ExportSection({ title: given, choices }: ExportSectionProps) {
  const id = useId();
  const [title, setTitle] = useState(given);
  const [said, say] = useState('');
  const save = ({ save: make, label }: ExportChoice): void => {
    say('');
    make(title.trim() === '' ? given : title.trim()).then(
      () => {
        say(t`Saved: ${label}`);
      },
      (error: unknown) => {
        say(error instanceof Error ? error.message : t`It could not be made.`);
      },
    );
  };
  return (
    <section className="export-section" aria-label={t`Export`}>
      <div className="export-title">
        <label htmlFor={id}>{t`Title of the picture`}</label>
        <input
          id={id}
          value={title}
          maxLength={120}
          onChange={(event) => {
            setTitle(event.target.value);
          }}
        />
      </div>
      <ul className="export-choices">
        {choices.map((choice) => (
          <li key={choice.id}>
            <Button
              look="outlined"
              aria-describedby={`${id}-${choice.id}`}
              onClick={() => {
                save(choice);
              }}
            >
              <Download aria-hidden /> {choice.label}
            </Button>
            <span className="export-summary" id={`${id}-${choice.id}`}>
              {choice.summary}
            </span>
          </li>
        ))}
      </ul>
      <p className="export-said" role="status">
        {said}
      </p>
    </section>
  );
}
