import type { NearMiss, NearMisses } from '../engine';
import { t } from '../language/t';
import { JumpButton } from './JumpButton';

/** What would let a blocked pair through: who stops it, and the smallest changes, each with its place in the text. */
export function NearMissList({ of: { sentence, misses } }: { readonly of: NearMisses }) {
  return (
    <section className="inspector-section" aria-label={t`What would let it through`}>
      <h3 className="inspector-title">{t`What would let it through`}</h3>
      <p>{sentence}</p>
      <ul className="inspector-misses">
        {misses.map((miss) => (
          <Miss key={miss.steps.map((step) => step.sentence).join()} miss={miss} />
        ))}
      </ul>
      {misses.length > 1 && <p className="inspector-quiet">{t`Each of these would do by itself.`}</p>}
    </section>
  );
}

function Miss({ miss: { steps, passes } }: { readonly miss: NearMiss }) {
  return (
    <li className="inspector-miss">
      {steps.map(({ type, place, sentence }) => (
        <JumpButton key={type} place={place} withFile={false}>
          {sentence}
        </JumpButton>
      ))}
      <p className="inspector-quiet">{t`Then ${passes} would pass.`}</p>
    </li>
  );
}
