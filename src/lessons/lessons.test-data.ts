import { readLesson } from '../engine/retell';
import { keyOf, type LessonEntry } from './entry';

interface Wanted {
  readonly title?: string;
  readonly level?: string;
  readonly isOwn?: boolean;
}

/** A small lesson: a door that is open, and a file that cannot be changed. */
export function lessonNamed(
  id: string,
  { title = id, level = 'everyday', isOwn = false }: Wanted = {},
): LessonEntry {
  const text = `---
lesson: 1
id: ${id}
title: ${title}
summary: Shut it.
level: ${level}
concepts: [ingress]
cni: { start: none, solution: spec }
goals:
  - block: { from: any pod, to: a/door }
hints: [One, Two]
---

Shut the door.

\`\`\`yaml file=cluster.yaml readonly
apiVersion: v1
kind: Pod
metadata: { name: door, namespace: a, labels: { app: door } }
\`\`\`

\`\`\`yaml file=policies.yaml start
# start
\`\`\`

\`\`\`yaml file=policies.yaml solution
# solution
\`\`\`
`;
  const { lesson } = readLesson(text);
  if (lesson === null) throw new Error('The lesson of the test is none.');
  return { key: keyOf(lesson.id, isOwn), text, lesson };
}
