import { createStore } from 'zustand/vanilla';
import type { CniProfile, LessonDraft } from '../../engine';
import { spokenLanguage } from '../../language/t';
import { documentStore, type Workspace } from '../../state/documentStore';

/** A workspace as it stood when the author pointed at it. */
export interface Taken {
  readonly files: Workspace['files'];
  readonly cni: CniProfile;
}

/** What stands in the fields of the authoring view, as it is typed. */
export interface Draft extends Pick<LessonDraft, 'title' | 'summary' | 'level' | 'text' | 'why' | 'hints'> {
  /** Empty: made of the title. */
  readonly id: string;
  readonly minutes: string;
  /** Empty: the one the page speaks. */
  readonly language: string;
  /** `ports` as they are typed. */
  readonly goals: readonly DraftGoal[];
  readonly start: Taken | null;
  readonly solution: Taken | null;
  /** By name: whether the student may not edit it; a file that is not named here may be. */
  readonly isReadOnly: Readonly<Record<string, boolean>>;
}

export interface DraftGoal {
  readonly want: 'allow' | 'block';
  readonly from: string;
  readonly to: string;
  readonly ports: string;
}

const emptyDraft: Draft = {
  id: '',
  title: '',
  summary: '',
  level: 'everyday',
  minutes: '10',
  language: '',
  text: '',
  why: '',
  hints: [],
  goals: [],
  start: null,
  solution: null,
  isReadOnly: {},
};

/** The lesson that is being written; closing the panel does not lose it. */
export const draftStore = createStore<Draft>()(() => emptyDraft);

/** Empties all fields. */
export function startOver(): void {
  draftStore.setState(emptyDraft, true);
}

/** Takes the workspace as it is now for the start or the solution; what holds no policy is not for the student to edit. */
export function takeWorkspace(part: 'start' | 'solution'): void {
  const { files, cni } = documentStore.getState();
  const taken = { files: files.map(({ name, text }) => ({ name: plainName(name), text })), cni };
  draftStore.setState(({ isReadOnly }) => ({
    [part]: taken,
    isReadOnly: {
      ...Object.fromEntries(taken.files.map(({ name, text }) => [name, !text.includes('NetworkPolicy')])),
      ...isReadOnly,
    },
  }));
}

const plainName = (name: string): string =>
  name
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^\W+/, '')
    .slice(0, 60);

/** A title as a name for links: `One client only` is `one-client-only`. */
export function idOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** The lesson that the fields say. */
export function lessonOf(draft: Draft): LessonDraft {
  const {
    id,
    title,
    summary,
    language,
    level,
    minutes,
    goals,
    hints,
    text,
    why,
    start,
    solution,
    isReadOnly,
  } = draft;
  const own = title.trim();
  const count = Number.parseInt(minutes, 10);
  return {
    id: id.trim() === '' ? idOf(own) : id.trim(),
    title: own,
    summary: summary.trim() === '' ? own : summary.trim(),
    language: language.trim() === '' ? spokenLanguage().code : language.trim(),
    level,
    minutes: count > 0 ? count : null,
    concepts: [],
    cni: { start: start?.cni ?? 'spec', solution: solution?.cni ?? start?.cni ?? 'spec' },
    goals: goals.map(({ want, from, to, ports }) => ({
      want,
      from: from.trim(),
      to: to.trim(),
      ports: ports.split(/[\s,]+/).filter((port) => port !== ''),
      name: null,
    })),
    hints: hints.filter((hint) => hint.trim() !== ''),
    text,
    why,
    files: filesOf(start?.files ?? [], solution?.files ?? [], isReadOnly),
  };
}

/** Those of the start, and those that only the solution has, which begin empty. */
function filesOf(
  start: Workspace['files'],
  solution: Workspace['files'],
  isReadOnly: Draft['isReadOnly'],
): LessonDraft['files'] {
  const names = [...new Set([...start, ...solution].map(({ name }) => name))];
  return names.map((name) => {
    const first = start.find((file) => file.name === name)?.text ?? '';
    const last = solution.find((file) => file.name === name)?.text;
    const changed = last !== undefined && last.trimEnd() !== first.trimEnd() ? last : null;
    return {
      name,
      isReadOnly: changed === null && isReadOnly[name] === true,
      start: first,
      solution: changed,
    };
  });
}
