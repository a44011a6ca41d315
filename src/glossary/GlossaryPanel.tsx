import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../language/t';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { terms, type Term } from '../ui/terms/terms';
import { askTerm, termStore } from '../ui/terms/termStore';
import './glossary.css';

/** Every technical word of the page; opens at the one that was asked about. */
export function GlossaryPanel({ onClose }: SidePanelProps) {
  const asked = useStore(termStore, (state) => state.asked);
  const [sought, setSought] = useState('');
  const [answered, setAnswered] = useState(asked);
  if (asked !== answered) {
    setAnswered(asked);
    setSought('');
  }
  const wanted = sought.trim().toLowerCase();
  const found = terms().filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(wanted));
  return (
    <SidePanel title={t`Glossary`} onClose={onClose}>
      <input
        type="search"
        className="glossary-search"
        aria-label={t`Find a term`}
        placeholder={t`Find a term`}
        value={sought}
        onChange={({ currentTarget }) => {
          setSought(currentTarget.value);
        }}
      />
      <dl className="glossary-terms">
        {found.map((term) => (
          <Entry key={term.id} term={term} asked={asked?.id === term.id ? asked : null} />
        ))}
      </dl>
      {found.length === 0 && <p className="glossary-quiet">{t`No term has this in it.`}</p>}
    </SidePanel>
  );
}

interface EntryProps {
  readonly term: Term;
  /** Not null: this is the one that was asked about; a new object each time. */
  readonly asked: object | null;
}

function Entry({ term: { id, name, text, docs }, asked }: EntryProps) {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== null) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <div ref={entry} className="glossary-term" data-asked={asked !== null}>
      <dt>
        <a
          className="glossary-name"
          href={`?term=${id}`}
          aria-current={asked !== null}
          onClick={(event) => {
            event.preventDefault();
            askTerm(id);
          }}
        >
          {name}
        </a>
      </dt>
      <dd>
        {text}{' '}
        <a href={docs} target="_blank" rel="noreferrer" aria-label={t`Documentation of ${name}`}>
          {t`Documentation`} <ExternalLink aria-hidden size={11} />
        </a>
      </dd>
    </div>
  );
}
