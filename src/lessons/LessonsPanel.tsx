import { Suspense } from 'react';
import { t } from '../language/t';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { late } from '../ui/late';
import { Catalogue } from './Catalogue';
import { LessonView } from './LessonView';
import { useLessons } from './lessonStore';
import type { Frame } from './openLesson';
import './lessons.css';

const Authoring = late(() => import('./authoring/Authoring').then((module) => module.Authoring));

interface Props extends SidePanelProps {
  readonly frame: Frame;
  readonly onOpenFile: () => void;
  readonly bringBack: (() => void) | null;
}

/** Lessons: the list of them, the one that is open, or one that is being written. */
export function LessonsPanel({ onClose, frame, onOpenFile, bringBack }: Props) {
  const page = useLessons((state) => state.page);
  const open = useLessons((state) => state.open);
  const news = useLessons((state) => state.news);
  return (
    <SidePanel title={t`Lessons`} onClose={onClose}>
      <p className="lessons-news" role="status">
        {news}
      </p>
      {page === 'authoring' ? (
        <Suspense>
          <Authoring frame={frame} />
        </Suspense>
      ) : page === 'lesson' && open !== null ? (
        <LessonView key={open.key} entry={open} frame={frame} />
      ) : (
        <Catalogue frame={frame} onOpenFile={onOpenFile} bringBack={bringBack} />
      )}
    </SidePanel>
  );
}
