import { afterEach, describe, expect, it } from 'vitest';
import { plainView, Session, type PlacedDiagnostic, type Severity } from '../engine';
import german from '../language/de.json';
import { english, speak } from '../language/t';
import { documentStore } from '../state/documentStore';
import { somePlace } from '../inspector/testing/somePlace';
import {
  byKind,
  countedKind,
  countsLine,
  lineWords,
  newsScene,
  problemCounts,
  unsupportedLine,
} from './words';

const problem = (severity: Severity): PlacedDiagnostic => ({
  code: 'invalid',
  severity,
  message: '',
  path: '',
  place: somePlace,
  line: 14,
  column: 1,
});

describe('what news are of', () => {
  const answerTo = (text: string) => {
    const { editText, activeFile } = documentStore.getState();
    editText(activeFile, text);
    const { files, revision, leap } = documentStore.getState();
    return { analysis: { ...new Session().analyze(files, 'spec', leap), revision }, leap };
  };
  const pods = (namespace: string, count: number): string =>
    Array.from(
      { length: count },
      (_, index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${String(index)}, namespace: ${namespace}}\nspec: {}\n`,
    ).join('');

  it('is the same while somebody types, and another after a leap or under another cluster', () => {
    const first = answerTo(pods('a', 2));
    const scene = newsScene(first.analysis, first.leap);
    const typed = answerTo(`${pods('a', 2)}# more`);
    expect(newsScene(typed.analysis, typed.leap)).toBe(scene);
    const renamed = answerTo(pods('b', 2));
    expect(renamed.leap).toBe(typed.leap);
    expect(newsScene(renamed.analysis, renamed.leap)).not.toBe(scene);
    const pasted = answerTo(pods('a', 12));
    expect(newsScene(pasted.analysis, pasted.leap)).not.toBe(scene);
    expect(newsScene(typed.analysis, pasted.leap)).toBeNull();
  });
});

describe('a counted kind', () => {
  it('has its plural', () => {
    const kinds = ['Ingress', 'NetworkPolicy', 'Deployment', 'Gateway', 'Expectations'];
    expect(kinds.map((kind) => countedKind({ kind, count: 3 }))).toEqual([
      '3 Ingresses',
      '3 NetworkPolicies',
      '3 Deployments',
      '3 Gateways',
      '3 Expectations',
    ]);
  });
});

describe('problems', () => {
  it('are counted by severity, errors first', () => {
    const counts = problemCounts([problem('warning'), problem('error'), problem('warning')]);
    expect(counts.match(/\d+ \w+/g)).toEqual(['1 error', '2 warnings']);
  });

  it('name the file only where there are several', () => {
    const file = { id: somePlace.file, name: 'a.yaml', text: '' };
    expect(lineWords(problem('error'), [file])).not.toContain('a.yaml');
    expect(lineWords(problem('error'), [file, { ...file, id: 'b' }])).toContain('a.yaml');
  });
});

describe('policies that are not evaluated', () => {
  it('are counted by kind', () => {
    const kinds = byKind([{ kind: 'A' }, { kind: 'B' }, { kind: 'A' }]);
    expect(kinds).toEqual([
      { kind: 'A', count: 2 },
      { kind: 'B', count: 1 },
    ]);
  });

  it('are told with the number of verdicts they leave open, and not at all when there are none', () => {
    expect(unsupportedLine([{ kind: 'CiliumNetworkPolicy' }, { kind: 'CiliumNetworkPolicy' }], 14)).toMatch(
      /^2 CiliumNetworkPolicies .*14/,
    );
    expect(unsupportedLine([], 14)).toBeNull();
  });
});

it('what is unfolded into pods is counted as pods', () => {
  const text = ['web', 'db']
    .map(
      (name) =>
        `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {selector: {matchLabels: {a: ${name}}}, template: {metadata: {labels: {a: ${name}}}, spec: {containers: []}}}\n` +
        ['1', '2', '3']
          .map(
            (pod) =>
              `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}-${pod}, labels: {a: ${name}}, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: ${name}, controller: true}]}\nspec: {containers: []}\n`,
          )
          .join(''),
    )
    .join('');
  const line = (unfolded: readonly string[]): string => {
    const view = { ...plainView, unfolded };
    const files = [{ id: 'a', name: 'a.yaml', text }];
    const { picture, topology } = new Session().analyze(files, 'spec', 0, view);
    return countsLine(picture, topology, 1);
  };
  expect(line([])).toBe('2 workloads · 1 policy · 2 of 2 pairs open');
  expect(line(['Deployment/default/web'])).toBe('1 workload, 3 pods · 1 policy · 12 of 12 pairs open');
});

describe('in German', () => {
  afterEach(() => {
    speak(english);
  });

  it('both halves of a sentence agree with what they count', () => {
    speak({ code: 'de', messages: german });
    const one = { kind: 'AdminNetworkPolicy' };
    expect(unsupportedLine([one], 1200)).toBe(
      '1 AdminNetworkPolicy wird nicht ausgewertet: 1.200 Urteile lassen sich nicht fällen',
    );
    expect(unsupportedLine([one, one], 1)).toBe(
      '2 AdminNetworkPolicies werden nicht ausgewertet: 1 Urteil lässt sich nicht fällen',
    );
  });
});
