import { ExternalLink } from 'lucide-react';
import { t } from '../language/t';
import { plugins, type Plugin, type PluginNote } from './notes';
import { profileName } from './words';

/** What plugins are documented to do otherwise, each with its source. */
export function PluginNotes() {
  return (
    <section className="plugin-notes">
      <h3>{t`What is documented of each plugin`}</h3>
      <p className="plugin-quiet">
        {t`Releases differ: read the source before you rely on it. What is marked “in the picture” the profile takes into account; of the rest be aware, nothing here shows it.`}
      </p>
      {plugins().map((plugin) => (
        <Notes key={plugin.name} plugin={plugin} />
      ))}
    </section>
  );
}

function Notes({ plugin: { name, profile, notes } }: { readonly plugin: Plugin }) {
  return (
    <details className="plugin-notes-of">
      <summary>
        {name} <span className="plugin-quiet">{t`closest: ${profileName(profile)}`}</span>
      </summary>
      <Kind title={t`In the picture`} notes={notes.filter(({ kind }) => kind === 'modelled')} />
      <Kind title={t`Not in the picture, be aware`} notes={notes.filter(({ kind }) => kind === 'aware')} />
    </details>
  );
}

function Kind({ title, notes }: { readonly title: string; readonly notes: readonly PluginNote[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {notes.map(({ text, source }) => (
          <li key={text}>
            {text}{' '}
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
              <ExternalLink aria-hidden size={11} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
