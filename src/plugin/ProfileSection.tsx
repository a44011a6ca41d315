import { useState } from 'react';
import type { CniProfile, PairDifference, ProfileDifferences } from '../engine';
import { grouped, n, t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { Termed } from '../ui/Term';
import { fateWords, pairSentence, profileName, reasonSentence, waysPhrase } from './words';

interface ProfileSectionProps {
  readonly profile: CniProfile;
  readonly isChosen: boolean;
  readonly summary: string;
  /** Null for the specification: the others are told by how they differ from it. */
  readonly differences: ProfileDifferences | null;
}

/** One profile: what it changes here, pair by pair, and the button that takes it. */
export function ProfileSection({ profile, isChosen, summary, differences }: ProfileSectionProps) {
  const name = profileName(profile);
  const ways = differences === null ? '' : waysPhrase(differences);
  return (
    <section className="plugin-profile" aria-label={name}>
      <div className="plugin-head">
        <h3>{name}</h3>
        {isChosen ? (
          <span className="plugin-chosen">{t`in use`}</span>
        ) : (
          <Button
            look="outlined"
            aria-label={t`Use ${name}`}
            onClick={() => {
              documentStore.getState().setCni(profile);
            }}
          >
            {t`Use`}
          </Button>
        )}
      </div>
      <p>
        <Termed>{summary}</Termed>
      </p>
      {differences !== null && (
        <>
          <p className="plugin-count">
            {differences.count === 0
              ? t`No pair differs here.`
              : n(
                  differences.count,
                )`${differences.count} pair differs here|${differences.count} pairs differ here`}
            {ways !== '' && <span className="plugin-quiet">: {ways}.</span>}
          </p>
          <Pairs name={name} differences={differences} />
        </>
      )}
    </section>
  );
}

const FIRST_PAIRS = 8;

function Pairs({ name, differences }: { readonly name: string; readonly differences: ProfileDifferences }) {
  const { rows, count } = differences;
  const [limit, setLimit] = useState(FIRST_PAIRS);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className="plugin-pairs" aria-label={t`Pairs that differ: ${name}`}>
        {rows.slice(0, limit).map((row) => (
          <li key={`${row.source.id} ${row.destination.id}`}>
            <Pair row={row} />
          </li>
        ))}
      </ul>
      {rows.length > limit && (
        <Button
          look="link"
          onClick={() => {
            setLimit(limit * 5);
          }}
        >
          {t`${grouped(rows.length - limit)} more`}
        </Button>
      )}
      {rows.length <= limit && count > rows.length && (
        <p className="plugin-quiet">{t`and ${grouped(count - rows.length)} more that are only counted`}</p>
      )}
    </>
  );
}

function Pair({ row }: { readonly row: PairDifference }) {
  const { source, destination, spec, profile, reasons, isOwnNode } = row;
  return (
    <>
      <button
        type="button"
        className="plugin-pair"
        aria-label={pairSentence(row)}
        title={t`Show this pair in the picture`}
        onClick={() => {
          viewStore.getState().select({ kind: 'pair', source: source.id, destination: destination.id });
        }}
      >
        <span>
          {source.name} <span className="plugin-quiet">{source.namespace}</span> → {destination.name}{' '}
          <span className="plugin-quiet">{destination.namespace}</span>
        </span>
        <span className="plugin-quiet">
          {fateWords(spec)} ⇒ {fateWords(profile)}
        </span>
      </button>
      {isOwnNode && (
        <p className="plugin-quiet">{t`By the specification a pod always reaches its own node.`}</p>
      )}
      {reasons.map((reason) => (
        <button
          key={`${reason.namespace}/${reason.policy} ${reason.rule} ${reason.cidr}`}
          type="button"
          className="plugin-reason"
          title={t`Show it in the text`}
          onClick={() => {
            viewStore.getState().revealPlace(reason.place);
          }}
        >
          {reasonSentence(reason)}
        </button>
      ))}
    </>
  );
}
