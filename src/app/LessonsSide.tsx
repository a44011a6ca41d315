import { useEffect } from 'react';
import { followLesson } from '../lessons/followLesson';
import { LessonsPanel } from '../lessons/LessonsPanel';
import { openOwnLesson } from '../lessons/ownLesson';
import type { SidePanelProps } from '../ui/SidePanel';
import { lessonFrame } from './lessonFrame';
import { useShell } from './shellStore';

/** The lessons, with what they need of the rest of the page. */
export function LessonsSide({ onClose }: SidePanelProps) {
  const bringBack = useShell((state) => state.undoReplacing);
  useEffect(followLesson, []);
  return (
    <LessonsPanel onClose={onClose} frame={lessonFrame} onOpenFile={chooseLesson} bringBack={bringBack} />
  );
}

function chooseLesson(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.md,.markdown,text/markdown';
  input.hidden = true;
  // Some browsers forget an input that is not in the page before its answer comes.
  document.body.append(input);
  input.addEventListener('cancel', () => {
    input.remove();
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) void file.text().then((text) => openOwnLesson(file.name, text, lessonFrame));
  });
  input.click();
}
