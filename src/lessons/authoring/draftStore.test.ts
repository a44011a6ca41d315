import { beforeEach, describe, expect, it } from 'vitest';
import { proveLesson, writeLesson } from '../../engine/retell';
import { documentStore } from '../../state/documentStore';
import { draftStore, idOf, lessonOf, startOver, takeWorkspace } from './draftStore';

const pods = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: n, labels: { app: a } }\n';
const shut =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: n }\nspec: { podSelector: {} }\n';

const open = (policies: string): void => {
  documentStore.getState().openWorkspace({
    example: null,
    files: [
      { name: 'my policies.yaml', text: policies },
      { name: 'cluster.yaml', text: pods },
    ],
  });
};

beforeEach(startOver);

describe('a lesson that is made of the workspace', () => {
  it('can be opened, with what holds no policy locked', () => {
    draftStore.setState({ title: 'Shut it!', text: 'Go.', hints: [' ', 'Try.'] });
    draftStore.setState({ goals: [{ want: 'block', from: 'outside', to: 'n/a', ports: ' 80, 443 ' }] });
    open('# NetworkPolicy goes here\n');
    takeWorkspace('start');
    open(shut);
    takeWorkspace('solution');
    const { lesson, problems } = proveLesson(writeLesson(lessonOf(draftStore.getState())));
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({ id: 'shut-it', title: 'Shut it!', minutes: 10 });
    expect(lesson?.hints).toHaveLength(1);
    expect(
      lesson?.files.map(({ name, isReadOnly, solution }) => [name, isReadOnly, solution !== null]),
    ).toEqual([
      ['my-policies.yaml', false, true],
      ['cluster.yaml', true, false],
    ]);
  });

  it('never locks a file that the solution changes, and begins empty what only the solution has', () => {
    draftStore.setState({
      start: { files: [{ name: 'a.yaml', text: 'a' }], cni: 'none' },
      solution: {
        files: [
          { name: 'a.yaml', text: 'b' },
          { name: 'new.yaml', text: 'n' },
        ],
        cni: 'spec',
      },
      isReadOnly: { 'a.yaml': true, 'new.yaml': true },
    });
    const { files, cni } = lessonOf(draftStore.getState());
    expect(cni).toEqual({ start: 'none', solution: 'spec' });
    expect(files).toEqual([
      { name: 'a.yaml', isReadOnly: false, start: 'a', solution: 'b' },
      { name: 'new.yaml', isReadOnly: false, start: '', solution: 'n' },
    ]);
  });

  it('is named after its title', () => {
    expect(idOf('  Éin Client – only! ')).toBe('ein-client-only');
  });
});
