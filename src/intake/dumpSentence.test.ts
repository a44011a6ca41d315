import { afterEach, describe, expect, it } from 'vitest';
import german from '../language/de.json';
import { english, speak } from '../language/t';
import { nothingDropped } from './droppedCounts';
import { dumpSentence } from './dumpSentence';
import { progressWords } from './progressWords';

afterEach(() => {
  speak(english);
});

describe('what is said of a dump', () => {
  it('counts pods, workloads and policies together, what was stripped, and the kinds left out', () => {
    const dump = {
      kept: [
        { kind: 'Pod', count: 1500 },
        { kind: 'Deployment', count: 100 },
        { kind: 'Job', count: 20 },
        { kind: 'NetworkPolicy', count: 40 },
        { kind: 'CiliumNetworkPolicy', count: 8 },
        { kind: 'Namespace', count: 1 },
        { kind: 'Widget', count: 2 },
      ],
      leftOut: [
        { kind: 'ConfigMap', count: 812 },
        { kind: 'Event', count: 1 },
        { kind: 'StorageClass', count: 2 },
        { kind: 'Secret', count: 30 },
        { kind: 'Role', count: 4 },
      ],
      unreadable: 0,
      broken: 0,
      namespaces: [],
    };
    expect(dumpSentence(dump, { ...nothingDropped, env: 1500, annotations: 1 })).toBe(
      'Kept 1,500 pods, 120 workloads, 1 namespace, 48 policies, 2 other objects; ' +
        'stripped 1,500 env blocks, 1 annotations block; ' +
        'left out 812 ConfigMaps, 1 Event, 2 StorageClasses, 34 objects of 2 other kinds.',
    );
  });

  it('tells of what could not be read and what is missing', () => {
    const kept = [{ kind: 'Pod', count: 1 }];
    const whole = dumpSentence(
      { kept, leftOut: [], unreadable: 0, broken: 0, namespaces: [] },
      nothingDropped,
    );
    const unread = dumpSentence(
      { kept, leftOut: [], unreadable: 3, broken: 0, namespaces: [] },
      nothingDropped,
    );
    const broken = dumpSentence(
      { kept, leftOut: [], unreadable: 0, broken: 1, namespaces: [] },
      nothingDropped,
    );
    expect(whole).toBe('Kept 1 pod.');
    expect(unread.slice(whole.length)).toContain('3');
    // First: it must not be cut off.
    expect(broken).toMatch(/^A list breaks off .* Kept 1 pod\.$/);
  });

  it('counts in other languages too', () => {
    speak({ code: 'de', messages: german });
    const kept = [
      { kind: 'Pod', count: 1500 },
      { kind: 'Widget', count: 1 },
    ];
    const leftOut = ['ConfigMap', 'Event', 'Secret', 'Role'].map((kind) => ({ kind, count: 2 }));
    const dump = { kept, leftOut, unreadable: 1, broken: 0, namespaces: [] };
    expect(dumpSentence(dump, { ...nothingDropped, env: 12 })).toBe(
      'Behalten: 1.500 Pods, 1 weiteres Objekt; daraus entfernt: 12 env-Blöcke; ' +
        'weggelassen: 2 ConfigMaps, 2 Events, 2 Secrets, 2 Objekte von 1 anderen Art. ' +
        '1 Objekt ließ sich nicht lesen.',
    );
  });
});

describe('what is said of an import that is being read', () => {
  it('is the file, how much of all was read, and the objects found', () => {
    const progress = { bytes: 23_400_000, total: 56_000_000, objects: 4120, file: 'prod.yaml' };
    expect(progressWords(progress)).toBe('Reading prod.yaml: 23 of 56 MB, 4,120 objects');
    expect(progressWords({ ...progress, total: 900_000, bytes: 450_000, objects: 1 })).toBe(
      'Reading prod.yaml: 450 of 900 KB, 1 object',
    );
  });
});
