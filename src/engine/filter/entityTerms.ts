import type { EntityTerm } from './expression';
import type { Subject } from './subjects';

/** By index of the subject, 1: the term holds for it. */
export function holdersOf(term: EntityTerm, subjects: readonly Subject[]): Uint8Array {
  return Uint8Array.from(subjects, predicateOf(term, subjects), undefined);
}

function predicateOf(term: EntityTerm, subjects: readonly Subject[]): (subject: Subject) => number {
  switch (term.kind) {
    case 'text': {
      const text = term.text.toLowerCase();
      return (subject) => Number(textsOf(subject).some((one) => one.toLowerCase().includes(text)));
    }
    case 'named': {
      const isCalled = called(
        term.name,
        subjects.flatMap(({ names }) => names),
      );
      return ({ names }) => Number(names.some(isCalled));
    }
    case 'ns': {
      const isCalled = called(
        term.name,
        subjects.flatMap(({ namespace }) => namespace ?? []),
      );
      return ({ namespace }) => Number(namespace !== null && isCalled(namespace));
    }
    case 'kind': {
      const name = SHORT_KINDS[term.name.toLowerCase()] ?? term.name;
      const isCalled = called(
        name,
        subjects.flatMap(({ kinds }) => kinds),
      );
      return ({ kinds }) => Number(kinds.some(isCalled));
    }
    case 'label': {
      const { key, value } = term;
      const isKey = glob(key);
      const isValue = value === null ? () => true : glob(value);
      return ({ labels }) =>
        Number(labels.some((one) => [...one].some(([name, text]) => isKey(name) && isValue(text))));
    }
  }
}

/** What kubectl calls kinds for short. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  deploy: 'Deployment',
  sts: 'StatefulSet',
  ds: 'DaemonSet',
  rs: 'ReplicaSet',
  rc: 'ReplicationController',
  cj: 'CronJob',
  po: 'Pod',
};

function textsOf({ names, namespace, parts, labels }: Subject): readonly string[] {
  const written = labels.flatMap((one) => [...one].map(([key, value]) => `${key}=${value}`));
  return [...names, namespace ?? '', ...parts, ...written];
}

/** Exactly so where anything is called exactly so, or with `*` for anything; else by a part of the name. */
export function called(name: string, all: readonly string[]): (one: string) => boolean {
  const wanted = name.toLowerCase();
  if (wanted.includes('*')) {
    const matches = glob(wanted);
    return (one) => matches(one.toLowerCase());
  }
  const isThere = all.some((one) => one.toLowerCase() === wanted);
  return (one) => (isThere ? one.toLowerCase() === wanted : one.toLowerCase().includes(wanted));
}

/** `*` stands for anything; everything else for itself. */
function glob(pattern: string): (text: string) => boolean {
  if (!pattern.includes('*')) return (text) => text === pattern;
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const matches = new RegExp(`^${source}$`);
  return (text) => matches.test(text);
}
