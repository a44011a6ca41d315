import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, Session, Tone, type Answer, type Level } from '../engine';
import { cellOf } from './cell';
import { linesOf } from './lines';
import { markBetween, marksOf } from './marks';
import { moved } from './moves';
import { matrixCsv, matrixMarkdown } from './table';
import { cellSentence, cellText, shortPorts } from './words';

const workload = (namespace: string, name: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}
`;
const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 3306}, {port: 33060}]}]
`;
const text =
  ['web', 'api', 'db'].map((name) => workload('shop', name)).join('') + workload('pay', 'card') + policy;

function answerAt(level: Level, unfolded: readonly string[] = []): Answer {
  const view = { ...plainView, alike: false, level, unfolded };
  return new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
}

const cellBetween = ({ topology, picture }: Answer, from: string, to: string) => {
  const lines = linesOf(topology);
  const row = lines.find(({ id }) => id === from);
  const column = lines.find(({ id }) => id === to);
  if (!row || !column) throw new Error(`no line ${from} or ${to}`);
  return cellOf(picture, topology.entities.length, row, column);
};

describe('the lines', () => {
  it('put a heading over each unfolded namespace, and the outside last', () => {
    const told = linesOf(answerAt('workloads').topology).map(({ name, kind, depth }) => [name, kind, depth]);
    expect(told).toEqual([
      ['pay', 'heading', 0],
      ['card', 'single', 1],
      ['shop', 'heading', 0],
      ['api', 'single', 1],
      ['db', 'single', 1],
      ['web', 'single', 1],
      ['Outside', 'single', 0],
    ]);
  });

  it('are counted as people count', () => {
    const names = ['web-10', 'web-2', 'api'].map(
      (name) => workload('shop-10', name) + workload('shop-2', name),
    );
    const view = { ...plainView, alike: false, level: 'workloads' as const };
    const { topology } = new Session().analyze(
      [{ id: 'a', name: 'a.yaml', text: names.join('') }],
      'spec',
      0,
      view,
    );
    const lines = linesOf(topology);
    const namespace = (name: string): readonly string[] => [name, 'api', 'web-2', 'web-10'];
    expect(lines.map(({ name }) => name)).toEqual([
      ...namespace('shop-2'),
      ...namespace('shop-10'),
      'Outside',
    ]);
    for (const { id, members, kind } of lines)
      if (kind !== 'heading') expect(topology.entities[members[0] ?? -1]?.id).toBe(id);
  });

  it('leave folded namespaces one line', () => {
    const told = linesOf(answerAt('namespaces', ['Namespace/pay']).topology).map(({ name, kind }) => [
      name,
      kind,
    ]);
    expect(told).toEqual([
      ['pay', 'heading'],
      ['card', 'single'],
      ['shop', 'fold'],
      ['Outside', 'fold'],
    ]);
  });
});

describe('a cell', () => {
  it('is the picture’s own for two entities', () => {
    const cell = cellBetween(answerAt('workloads'), 'Deployment/shop/api', 'Deployment/shop/db');
    expect(cell).toMatchObject({ tone: Tone.partial, total: 1, ports: 'TCP 3306, 33060' });
    expect(cellText(cell)).toBe('3306 +1');
  });

  it('of a heading says what the folded namespace would', () => {
    const ids = ['Namespace/shop', 'Namespace/pay'] as const;
    for (const from of ids) {
      for (const to of ids) {
        const summed = cellBetween(answerAt('workloads'), from, to);
        expect(summed).toEqual(cellBetween(answerAt('namespaces'), from, to));
      }
    }
  });

  it('that sums up what cannot be said is told from a blocked one by more than its hue', () => {
    const sum = { total: 2, passing: 0, isPart: false, ports: '' };
    expect(cellText({ ...sum, tone: Tone.blockedIngress, unknown: 0 })).toBe('0/2');
    expect(cellText({ ...sum, tone: Tone.unknown, unknown: 2 })).toBe('0/2 ?');
  });

  it('is told in a sentence, with the counts of many pairs', () => {
    const cell = cellBetween(answerAt('namespaces'), 'Namespace/shop', 'Namespace/shop');
    expect(cell).toMatchObject({ total: 6, passing: 5 });
    expect(cellSentence('shop', 'shop', cell)).toContain('5 of 6');
  });
});

describe('a cell of the outside, of which only some addresses get in', () => {
  const block = (ports: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: b, namespace: b}
spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 1.2.3.0/24}}]${ports}}]}
`;
  const answerOf = (names: readonly string[], ports = ''): Answer =>
    new Session().analyze(
      [{ id: 'a', name: 'a.yaml', text: names.map((name) => workload('b', name)).join('') + block(ports) }],
      'spec',
      0,
      { ...plainView, alike: false, level: 'namespaces' },
    );

  it('says so of one pair, and never that it passes on nothing', () => {
    const answer = answerOf(['db']);
    const cell = cellBetween(answer, 'outside', 'Namespace/b');
    expect(cell).toMatchObject({ tone: Tone.partial, total: 1, passing: 1, isPart: true, ports: '' });
    expect(cellText(cell)).toBe('some');
    expect(cellSentence('Outside', 'b', cell)).toBe('Outside can reach b, for some addresses only');
    expect(matrixCsv(answer.topology, answer.picture)).toContain('Outside,some addresses,');
  });

  it('says so of several pairs', () => {
    const cell = cellBetween(answerOf(['db', 'web'], ', ports: [{port: 443}]'), 'outside', 'Namespace/b');
    expect(cell).toMatchObject({ tone: Tone.partial, total: 2, passing: 2, isPart: true });
    expect(cellText(cell)).toBe('some');
    expect(cellSentence('Outside', 'b', cell)).toBe(
      '2 of 2 pairs from Outside to b can connect, for some addresses only',
    );
  });

  it('is an ordinary one where all of the outside has the same ports', () => {
    const session = new Session();
    const view = { ...plainView, alike: false, level: 'namespaces' as const };
    const analyze = (ports: string): Answer => {
      const some = block(ports).replace('from: [{ipBlock: {cidr: 1.2.3.0/24}}]', 'from: []');
      return session.analyze(
        [{ id: 'a', name: 'a.yaml', text: workload('b', 'db') + (ports === '' ? block('') : some) }],
        'spec',
        0,
        view,
      );
    };
    // The second is an edit of the first: what was counted then is taken out again.
    expect(cellBetween(analyze(''), 'outside', 'Namespace/b').isPart).toBe(true);
    const cell = cellBetween(analyze(', ports: [{port: 443}]'), 'outside', 'Namespace/b');
    expect(cell).toMatchObject({ tone: Tone.partial, isPart: false, ports: 'TCP 443' });
  });
});

describe('an export', () => {
  it('has a row and a column for each entity', () => {
    const { topology, picture } = answerAt('workloads');
    const rows = matrixCsv(topology, picture).trimEnd().split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe('from \\ to,pay/card,shop/api,shop/db,shop/web,Outside');
    expect(rows[2]).toBe('shop/api,open,,"TCP 3306, 33060",open,open');
    expect(matrixMarkdown(topology, picture).split('\n')[1]).toBe('| --- | --- | --- | --- | --- | --- |');
  });
});

describe('words and keys', () => {
  it('shorten ports to what fits a cell', () => {
    expect(shortPorts('TCP 80, 443')).toBe('80 +1');
    expect(shortPorts('TCP 8000–8080 · UDP 53')).toBe('8000–8080 +1');
    expect(shortPorts('every UDP port')).not.toBe('');
  });

  it('never lead out of the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        fc.integer({ min: 1, max: 40 }),
        (pressed, size) => {
          let at = { row: 0, column: 0 };
          for (const [key, far] of pressed) at = moved(at, key, far, size, 12) ?? at;
          expect(at.row >= 0 && at.row < size && at.column >= 0 && at.column < size).toBe(true);
        },
      ),
    );
    expect(moved({ row: 1, column: 1 }, 'x', false, 5, 12)).toBeNull();
  });
});

describe('what an edit changed', () => {
  it('is marked on its cells and on the headings above them', () => {
    const session = new Session();
    const view = { ...plainView, alike: false, level: 'workloads' as const, unfolded: [] };
    const analyze = (content: string): Answer =>
      session.analyze([{ id: 'a', name: 'a.yaml', text: content }], 'spec', 0, view);
    analyze(text);
    const { topology, changes } = analyze(text.replace('{app: api}}}], ports', '{app: web}}}], ports'));
    const size = topology.entities.length;
    const marks = marksOf(changes);
    const lines = linesOf(topology);
    const line = (id: string) => lines.find((one) => one.id === id) ?? lines[0];
    const mark = (from: string, to: string) => {
      const [row, column] = [line(from), line(to)];
      return row && column ? markBetween(marks, size, row, column) : null;
    };
    expect(mark('Deployment/shop/web', 'Deployment/shop/db')).toBe('opened');
    expect(mark('Deployment/shop/api', 'Deployment/shop/db')).toBe('closed');
    expect(mark('Deployment/shop/api', 'Deployment/shop/web')).toBeNull();
    const heading = lines.find(({ kind, name }) => kind === 'heading' && name === 'shop');
    expect(heading && markBetween(marks, size, heading, heading)).toBe('changed');
  });
});
