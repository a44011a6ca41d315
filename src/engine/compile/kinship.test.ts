import { describe, expect, it } from 'vitest';
import { Session } from '../session';
import { kinshipOf } from './kinship';

const namespace = (name: string, team: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {team: ${team}}}\n`;
const pod = (home: string, name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${home}, labels: {app: ${name}}}\n`;
const asks = (name: string, key: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: a}\nspec: {podSelector: {matchLabels: {${key}: x}}}\n`;

const names = Array.from({ length: 20 }, (_, index) => `p${String(index)}`);
const cluster = [
  namespace('a', 'red'),
  namespace('b', 'blue'),
  ...names.map((name) => pod('a', name)),
].concat(names.map((name) => pod('b', name)));
const start = [...cluster, asks('one', 'app')];

function between(before: readonly string[], now: readonly string[]) {
  const session = new Session();
  const spaceOf = (documents: readonly string[]) => {
    session.analyze([{ id: 'f', name: 'f.yaml', text: documents.join('---\n') }], 'spec');
    return session.evaluation?.space;
  };
  const [old, space] = [spaceOf(before), spaceOf(now)];
  if (!old || !space) throw new TypeError('nothing was evaluated');
  const kinship = kinshipOf(old, space);
  const faces = kinship?.runs.reduce((sum, { length }) => sum + length, 0) ?? 0;
  return { kinship, faces, all: space.faces.length, old, space };
}

describe('what a space has of the one before', () => {
  it('is all but the class of a new pod', () => {
    const { kinship, faces, all } = between(start, [...start, pod('a', 'new')]);
    expect(kinship?.fresh).toHaveLength(1);
    expect(faces).toBe(all - 1);
    expect([...(kinship?.same ?? [])]).toEqual(['b']);
  });

  it('is everything where another key is asked that no pod has', () => {
    const { kinship, faces, all } = between(start, [...start, asks('two', 'color')]);
    expect(kinship).toMatchObject({ fresh: [], runs: [{ before: 0, now: 0, length: all }] });
    expect(faces).toBe(all);
  });

  it('pairs faces of the same pods', () => {
    const { kinship, old, space } = between([...start, pod('a', 'gone')], [pod('a', 'early'), ...start]);
    for (const { before, now, length } of kinship?.runs ?? []) {
      for (let at = 0; at < length; at++) {
        const was = old.classes[old.faces[before + at]?.class ?? -1];
        const is = space.classes[space.faces[now + at]?.class ?? -1];
        if (was?.kind === 'pods') expect(is).toMatchObject({ example: was.example });
        else expect(is).toMatchObject({ cidr: was?.cidr });
      }
    }
    expect(kinship?.runs.length).toBeGreaterThan(0);
  });

  it('is nothing when half of it is in a namespace that went to another team', () => {
    const moved = start.map((document) => document.replace('team: blue', 'team: green'));
    expect(between(start, moved).kinship).toBeNull();
  });
});
