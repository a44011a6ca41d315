import { Clock, FilePlus2, FolderOpen, Play, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { grouped, n, t } from '../language/t';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { readCatalogue } from './readCatalogue';
import type { LessonEntry } from './entry';
import { lessonStore, useLessons } from './lessonStore';
import { openLesson, type Frame } from './openLesson';
import { forgetOwn } from './ownLesson';
import { Refused } from './Refused';
import { Stars } from './Stars';
import { listed, whereToGoOn } from './listed';

interface Props {
  readonly frame: Frame;
  readonly onOpenFile: () => void;
  /** Brings back the files a lesson took the place of; null: there are none. */
  readonly bringBack: (() => void) | null;
}

/** All lessons in their order, to be taken in any. */
export function Catalogue({ frame, onOpenFile, bringBack }: Props) {
  const { catalogue, own, progress, open, refused } = useLessons((state) => state);
  const [search, setSearch] = useState('');
  const id = useId();
  useEffect(() => {
    void readCatalogue();
  }, []);
  const groups = listed(catalogue ?? [], own, search);
  const onward = whereToGoOn(catalogue ?? [], own, progress, open);
  const earned = (catalogue ?? []).reduce((sum, { key }) => sum + (progress.stars[key] ?? 0), 0);
  return (
    <>
      {refused !== null && <Refused refused={refused} />}
      {onward !== null && (
        <Button
          look="outlined"
          className="lessons-onward"
          onClick={() => {
            void openLesson(onward.entry, frame, true);
          }}
        >
          <Play aria-hidden />
          {onwardWords(onward, open !== null || progress.last?.text !== undefined)}
        </Button>
      )}
      <div className="lessons-find">
        <label htmlFor={id} className="lessons-quiet">
          {t`Search lessons`}
        </label>
        <input
          id={id}
          type="search"
          className="lessons-input"
          value={search}
          placeholder={t`namespace, egress, DNS …`}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => {
            setSearch(currentTarget.value);
          }}
        />
      </div>
      {catalogue !== null && (
        <p className="lessons-quiet" role="status">
          {search.trim() === ''
            ? earnedWords(catalogue.length, earned)
            : found(groups.reduce((sum, { entries }) => sum + entries.length, 0))}
        </p>
      )}
      {groups.map(({ name, entries }) => (
        <section key={name} className="lessons-section" aria-label={name}>
          <h3 className="lessons-heading">{name}</h3>
          <ul className="lessons-list">
            {entries.map((entry) => (
              <Row
                key={entry.key}
                entry={entry}
                frame={frame}
                isOwn={own.includes(entry)}
                isOpen={entry.key === open?.key}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="lessons-section" aria-label={t`Your own`}>
        <h3 className="lessons-heading">{t`Your own`}</h3>
        <p className="lessons-quiet">
          {t`A lesson is one Markdown file. Drop it anywhere on the page, or write one here.`}
        </p>
        <div className="lessons-buttons">
          <Button look="outlined" onClick={onOpenFile}>
            <FolderOpen aria-hidden />
            {t`Open a lesson file…`}
          </Button>
          <Button
            look="outlined"
            onClick={() => {
              lessonStore.setState({ page: 'authoring' });
            }}
          >
            <FilePlus2 aria-hidden />
            {t`Make a lesson from this workspace`}
          </Button>
          {bringBack !== null && (
            <Button look="outlined" onClick={bringBack}>
              <Undo2 aria-hidden />
              {t`Bring back my own files`}
            </Button>
          )}
        </div>
      </section>
    </>
  );
}

function onwardWords(
  { entry, isBegun }: NonNullable<ReturnType<typeof whereToGoOn>>,
  isKept: boolean,
): string {
  const { title } = entry.lesson;
  if (!isBegun) return t`Begin: ${title}`;
  return isKept ? t`Continue where you stopped: ${title}` : t`Begin again: ${title}`;
}

function earnedWords(count: number, earned: number): string {
  const all = grouped(2 * count);
  return n(count)`${count} lesson, ${earned} of ${all} stars|${count} lessons, ${earned} of ${all} stars`;
}

const found = (count: number): string => n(count)`One lesson found|${count} lessons found`;

interface RowProps {
  readonly entry: LessonEntry;
  readonly frame: Frame;
  readonly isOwn: boolean;
  readonly isOpen: boolean;
}

function Row({ entry, frame, isOwn, isOpen }: RowProps) {
  const stars = useLessons(({ progress }) => progress.stars[entry.key] ?? 0);
  const { title, summary, minutes, language } = entry.lesson;
  return (
    <li className="lessons-row">
      <button
        type="button"
        className="lessons-open"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => {
          void openLesson(entry, frame);
        }}
      >
        <span className="lessons-row-title" lang={language}>
          {title}
        </span>
        <span className="lessons-row-facts">
          {minutes !== null && (
            <span className="lessons-quiet">
              <Clock size={12} aria-hidden /> {t`${minutes} min`}
            </span>
          )}
          <Stars count={stars} size={14} />
        </span>
        <span className="lessons-quiet lessons-row-summary" lang={language}>
          {summary}
        </span>
      </button>
      {isOwn && (
        <IconButton
          label={t`Forget ${title}`}
          tip="below-left"
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            forgetOwn(entry.key);
          }}
        />
      )}
    </li>
  );
}
