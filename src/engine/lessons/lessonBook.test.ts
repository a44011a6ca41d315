import { describe, expect, it } from 'vitest';
import type { CniProfile } from '../answer';
import { Session } from '../session';
import type { LessonResult } from './lesson';
import { LessonBook } from './lessonBook';

const pod = (name: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }\nspec: { containers: [{ name: c, ports: [{ name: sql, containerPort: 3306 }] }] }\n`;
const cluster = pod('web') + pod('api') + pod('db');
const policy = (app: string, rest: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${app}, namespace: shop }\nspec: { podSelector: { matchLabels: { app: ${app} } }, ${rest} }\n`;
const from = (app: string, ports: string): string =>
  `{ from: [{ podSelector: { matchLabels: { app: ${app} } } }]${ports && `, ports: [${ports}]`} }`;
const solution = policy('db', `ingress: [${from('api', '{ port: 3306 }')}]`);

const lesson = (more = ''): string => `---
lesson: 1
id: a
title: A
summary: A.
goals:
  - allow: { from: shop/api, to: shop/db, port: 3306 }
  - block: { from: shop/web, to: shop/db }
${more}---

Text.

\`\`\`yaml file=cluster.yaml readonly
${cluster}\`\`\`

\`\`\`yaml file=policies.yaml
\`\`\`

\`\`\`yaml file=policies.yaml solution
${solution}\`\`\`
`;

function result(policies: string, text = lesson(), cni: CniProfile = 'spec', errors = 0): LessonResult {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a', text: cluster + policies }], cni);
  const told = session.drawn && new LessonBook().check(text, session.drawn, errors);
  if (!told) throw new Error('no result');
  return told;
}
const least = (policies: string, text = lesson()) => {
  const { isSolved, least: told } = result(policies, text);
  return [isSolved, told?.status, told?.pairs, told?.wider, told?.undecided];
};

describe('the goals', () => {
  it('are met or missed, with the pairs that break them', () => {
    const { goals, isSolved } = result('');
    expect(isSolved).toBe(false);
    expect(goals.map(({ status }) => status)).toEqual(['met', 'missed']);
    expect(goals[1]).toMatchObject({ want: 'block', pairs: 1, broken: 1 });
    expect(goals[1]?.offenders[0]).toMatchObject({
      source: { id: 'Pod/shop/web' },
      destination: { id: 'Pod/shop/db' },
      isCertain: true,
    });
    expect(result(solution).isSolved).toBe(true);
  });

  it('cannot be told where nothing decides them', () => {
    const foreign =
      '---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: c, namespace: shop }\nspec: {}\n';
    const { goals, isSolved } = result(solution + foreign);
    expect(goals.map(({ status }) => status)).toEqual(['cannot-say', 'cannot-say']);
    expect(isSolved).toBe(false);
  });

  it('are not solved while the text has an error', () => {
    expect(result(solution, lesson(), 'spec', 1)).toMatchObject({ errors: 1, isSolved: false });
  });

  it('are missed when somebody they speak of is gone', () => {
    const session = new Session();
    session.analyze([{ id: 'a', name: 'a', text: pod('api') + pod('db') + solution }], 'spec');
    const told = session.drawn && new LessonBook().check(lesson(), session.drawn, 0);
    expect(told?.goals.map(({ status }) => status)).toEqual(['met', 'missed']);
  });
});

describe('least privilege', () => {
  it('is kept by the solution, and by whatever opens less', () => {
    expect(least(solution)).toEqual([true, 'kept', 0, 0, 0]);
    expect(least(solution + policy('web', 'policyTypes: [Egress, Ingress]'))).toEqual([
      true,
      'kept',
      0,
      0,
      0,
    ]);
    expect(least(policy('db', `ingress: [${from('api', '{ port: sql }')}]`))).toEqual([
      true,
      'kept',
      0,
      0,
      0,
    ]);
  });

  it('is lost with more ports, and with other pairs', () => {
    expect(least(policy('db', `ingress: [${from('api', '')}]`))).toEqual([true, 'exceeded', 0, 1, 0]);
    const outside = policy(
      'db',
      `ingress: [${from('api', '{ port: 3306 }')}, { from: [{ ipBlock: { cidr: 203.0.113.0/24 } }, { ipBlock: { cidr: 198.51.100.0/24 } }] }]`,
    );
    expect(least(outside)).toEqual([true, 'exceeded', 1, 0, 0]);
    const [row] = result(outside).least?.rows ?? [];
    expect(row).toMatchObject({
      source: { id: 'outside', namespace: null },
      destination: { id: 'Pod/shop/db' },
    });
    expect(least('')).toEqual([false, 'exceeded', 2, 1, 0]);
  });

  it('names the pairs and the ports that are too many', () => {
    const { rows } =
      result(policy('db', `ingress: [${from('api', '{ port: 3306 }, { port: 22 }')}]`)).least ?? {};
    expect(rows).toEqual([
      {
        source: { id: 'Pod/shop/api', name: 'api', namespace: 'shop' },
        destination: { id: 'Pod/shop/db', name: 'db', namespace: 'shop' },
        ports: 'TCP 22',
      },
    ]);
  });

  it('cannot be told where nothing decides', () => {
    const unclear = policy(
      'db',
      `ingress: [${from('api', '{ port: 3306 }')}, { from: [{ ipBlock: { cidr: 10.0.0.0/24 } }], ports: [{ port: 22 }] }]`,
    );
    const { status, undecided, pairs } = result(unclear).least ?? {};
    // The addresses outside are open for certain, whether the pods are among them nobody knows.
    expect([status, pairs, undecided]).toEqual(['exceeded', 1, 2]);
  });

  it('is not lost by what the lesson tolerates', () => {
    const wide = policy('db', `ingress: [${from('api', '')}]`);
    const tolerating = (end: string, port = '') =>
      lesson(`tolerate:\n  - allow: { from: ${end}, to: shop/db${port} }\n`);
    expect(least(wide, tolerating('shop/api'))).toEqual([true, 'kept', 0, 0, 0]);
    expect(least(wide, tolerating('shop/api', ', port: 22'))).toEqual([true, 'exceeded', 0, 1, 0]);
    expect(least(wide, tolerating('shop/web'))).toEqual([true, 'exceeded', 0, 1, 0]);
  });

  it('is nothing without a solution', () => {
    const text = lesson().replace(/```yaml file=policies.yaml solution[^]*/, '');
    expect(result(solution, text).least).toBeNull();
  });
});

describe('the book', () => {
  it('has nothing to say of a text that is no lesson', () => {
    const session = new Session();
    session.analyze([], 'spec');
    expect(session.drawn && new LessonBook().check('---\n---\n', session.drawn, 0)).toBeNull();
  });
});
