import { FilePlus2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { AllowPatch, EntityId, Hunk } from '../engine';
import { t } from '../language/t';
import { applyFix } from '../state/applyFix';
import { useDocuments } from '../state/hooks';
import { useAsked } from '../state/useAsked';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { admittedWords } from './admitted';
import { FIRST_PATCH } from './ids';

interface AllowThisProps {
  readonly source: EntityId;
  readonly destination: EntityId;
  readonly notify: (words: string) => void;
}

/** Each way is evaluated, several times as long as a keystroke takes. */
const PAUSE_MS = 300;

/** What can be written for a blocked pair to pass: each way can be looked at, and inserted. */
export function AllowThis({ source, destination, notify }: AllowThisProps) {
  const question = useMemo(() => ({ kind: 'allow', source, destination }) as const, [source, destination]);
  const told = useAsked<'allow'>(question, PAUSE_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const preview = useId();
  if (told === null || (told.patches.length === 0 && told.refusal === null)) return null;
  const { patches, refusal, revision } = told;
  const patch = patches.find(({ title }) => title === chosen);
  return (
    <section className="inspector-section" aria-label={t`Allow this`}>
      <h3 className="inspector-title">{t`Allow this`}</h3>
      {refusal !== null && <p>{refusal}</p>}
      <div className="inspector-patches" role="group" aria-label={t`Ways to allow it`}>
        {patches.map(({ title }, index) => (
          <Button
            key={title}
            id={index === 0 ? FIRST_PATCH : undefined}
            look="outlined"
            aria-expanded={title === chosen}
            aria-controls={preview}
            onClick={() => {
              setChosen(title === chosen ? null : title);
            }}
          >
            {title}
          </Button>
        ))}
      </div>
      <div id={preview}>
        {patch !== undefined && <Preview patch={patch} revision={revision} notify={notify} />}
      </div>
    </section>
  );
}

interface PreviewProps extends Pick<AllowThisProps, 'notify'> {
  readonly patch: AllowPatch;
  readonly revision: number;
}

function Preview({ patch, revision, notify }: PreviewProps) {
  const { hunks, passes, admits } = patch;
  const isNewest = useDocuments((state) => state.revision === revision);
  const isLocked = useDocuments(({ locked }) => hunks.some(({ file }) => locked.includes(file)));
  return (
    <>
      {hunks.map((hunk) => (
        <HunkLines key={`${hunk.file} ${String(hunk.line)}`} hunk={hunk} />
      ))}
      <p>
        {t`Then ${passes} would pass.`} {admittedWords(admits)}
      </p>
      <div className="inspector-actions">
        <Button
          look="outlined"
          disabled={!isNewest || isLocked}
          onClick={() => {
            insert(patch, revision, notify);
          }}
        >
          <FilePlus2 aria-hidden />
          {t`Insert`}
        </Button>
      </div>
    </>
  );
}

function HunkLines({ hunk: { file, line, removed, added } }: { readonly hunk: Hunk }) {
  const name = useDocuments(({ files }) => files.find(({ id }) => id === file)?.name ?? '');
  const where = `${name}:${String(line)}`;
  const lines = [
    ...removed.map((text) => ({ sign: '−', text })),
    ...added.map((text) => ({ sign: '+', text })),
  ];
  return (
    <figure className="inspector-hunk">
      <figcaption className="inspector-quiet">{where}</figcaption>
      <pre tabIndex={0} role="region" aria-label={t`Lines at ${where}`}>
        {lines.map(({ sign, text }, index) => (
          <span key={index} className="inspector-hunk-line" data-sign={sign}>
            {`${sign} ${text}\n`}
          </span>
        ))}
      </pre>
    </figure>
  );
}

/** Writes it into the text, and shows where. */
function insert(patch: AllowPatch, revision: number, notify: (words: string) => void): void {
  if (!applyFix(patch, revision)) return;
  // Of the first edit of a file the place is the same before and after.
  const [first] = [...patch.edits].sort((a, b) => a.place.start - b.place.start);
  if (first) {
    const { file, start } = first.place;
    const blank = first.text.length - first.text.trimStart().length;
    const place = { file, start: start + blank, end: start + first.text.trimEnd().length };
    viewStore.getState().revealPlace(place);
  }
  const isInOne = patch.edits.every(({ place }) => place.file === first?.place.file);
  notify(
    isInOne
      ? t`${patch.title}: done. Undo in the editor takes it back.`
      : t`${patch.title}: done in two files. Undo in the editor takes it back, in each of them.`,
  );
}
