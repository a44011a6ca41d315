import { describe, expect, it } from 'vitest';
import type { LessonProblem } from './lesson';
import { proveLesson } from './proveLesson';
import { readLesson } from './readLesson';

const head = `lesson: 1
id: one-client
title: One client
summary: Closed for all but one.
goals:
  - allow: { from: shop/web, to: shop/db, port: 3306 }
  - block: { from: outside, to: shop/db }`;

const cluster = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: c }] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec: { containers: [{ name: c }] }
`;
const policy = (rules: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
${rules}`;
const rule = '  ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }]\n';

const file = (words: string, content: string): string => '```yaml ' + words + '\n' + content + '```\n';
const files =
  file('file=cluster.yaml readonly', cluster) +
  '\n' +
  file('file=policies.yaml start', policy('')) +
  '\n' +
  file('file=policies.yaml solution', policy(rule));
const lesson = (front = head, body = `Let **web** in.\n\n${files}\n## Why\n\nBecause.\n`): string =>
  `---\n${front}\n---\n\n${body}`;

const placed = (problems: readonly LessonProblem[]): readonly string[] =>
  problems.map(({ severity, code, line, column }) => `${severity} ${code} ${String(line)}:${String(column)}`);
const problemsOf = (text: string): readonly string[] => placed(readLesson(text).problems);
const proofOf = (text: string): readonly string[] => placed(proveLesson(text).problems);

describe('a lesson', () => {
  it('is front matter, text, files, and what is shown in the end', () => {
    const { lesson: read, problems } = proveLesson(lesson());
    expect(problems).toEqual([]);
    expect(read).toMatchObject({
      id: 'one-client',
      title: 'One client',
      level: 'everyday',
      minutes: null,
      concepts: [],
      hints: [],
      cni: { start: 'spec', solution: 'spec' },
    });
    expect(read?.text).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'Let ' },
          { kind: 'strong', inlines: [{ kind: 'text', text: 'web' }] },
          { kind: 'text', text: ' in.' },
        ],
      },
    ]);
    expect(read?.why.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(read?.goals.map(({ expectation }) => expectation.want)).toEqual(['allow', 'block']);
  });

  it('has its files as they are written, those to be edited first', () => {
    const text = lesson();
    const [policies, readonly, another] = readLesson(text).lesson?.files ?? [];
    expect(another).toBeUndefined();
    expect(readonly).toMatchObject({
      name: 'cluster.yaml',
      isReadOnly: true,
      start: cluster,
      solution: null,
    });
    expect(policies).toMatchObject({ name: 'policies.yaml', isReadOnly: false, start: policy('') });
    expect(policies?.solution).toBe(policy(rule));
    const at = policies?.at.solution ?? 0;
    expect(text.slice(at, at + policy(rule).length)).toBe(policy(rule));
  });

  it('may have Windows line ends', () => {
    const { lesson: read, problems } = proveLesson(lesson().replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(read?.files[0]?.start).toBe(policy('').replaceAll('\n', '\r\n'));
    expect(read?.why).toHaveLength(2);
  });

  it('may have everything else in its front matter', () => {
    const more = `${head}
level: advanced
minutes: 5
concepts: [from, ports]
cni: { start: none, solution: cilium }
tolerate:
  - allow: { from: shop/web, to: shop/db, port: 80 }
hints:
  - A gentle one.
  - |
    A stronger one:

    \`\`\`yaml
    from: []
    \`\`\``;
    const { lesson: read, problems } = readLesson(lesson(more));
    expect(problems).toEqual([]);
    expect(read).toMatchObject({
      level: 'advanced',
      minutes: 5,
      concepts: ['from', 'ports'],
      cni: { start: 'none', solution: 'cilium' },
    });
    expect(read?.tolerated).toHaveLength(1);
    expect(read?.hints[1]).toEqual([
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'A stronger one:' }] },
      { kind: 'code', language: 'yaml', text: 'from: []' },
    ]);
  });

  it('shows in the end what follows the last solution, or the heading Why', () => {
    const why = (body: string) => readLesson(lesson(head, body)).lesson?.why.length;
    expect(why(`Text.\n\n${files}\n## Warum\n\nDarum.\n`)).toBe(2);
    expect(why(`Text.\n\n${files}`)).toBe(0);
    expect(why(`Text.\n\n## Why\n\nBecause.\n\n${files}`)).toBe(2);
    const open = file('file=policies.yaml', policy(rule));
    expect(readLesson(lesson(head, `Text.\n\n${open}\nMore.\n`)).lesson).toMatchObject({
      text: [{}, {}],
      why: [],
    });
  });

  it('may show code that is no file', () => {
    const read = readLesson(lesson(head, `See:\n\n\`\`\`yaml\nfrom: []\n\`\`\`\n\n${files}`)).lesson;
    expect(read?.text[1]).toEqual({ kind: 'code', language: 'yaml', text: 'from: []' });
    expect(read?.files).toHaveLength(2);
  });
});

describe('a problem of the front matter is told at its place', () => {
  it('when there is none, or it does not end', () => {
    expect(problemsOf('Hello')).toEqual(['error front-matter 1:1']);
    expect(problemsOf('---\nlesson: 1\n')).toEqual(['error front-matter 1:1']);
    expect(problemsOf('')).toEqual(['error front-matter 1:1']);
  });

  it('when it is no YAML, or no map', () => {
    expect(problemsOf(lesson('lesson: 1\ntitle: Exam: the end'))).toEqual(['error yaml 3:8']);
    expect(problemsOf(lesson('- 1'))).toEqual(['error yaml 2:1']);
    expect(problemsOf(lesson(`${head}\nid: again`))).toEqual(['error yaml 9:1']);
  });

  it('when a key is missing', () => {
    expect(problemsOf(lesson('title: A'))).toEqual(Array.from({ length: 4 }, () => 'error missing-key 2:1'));
    expect(problemsOf(lesson(head.replace('id: one-client', 'id:')))).toEqual(['error missing-key 3:1']);
    expect(problemsOf(lesson(head.replace(/goals:[^]*/, 'goals: []')))).toEqual(['error missing-key 6:1']);
  });

  it('when a key is not known, with the one that is meant', () => {
    const { problems } = readLesson(lesson(head.replace('summary', 'sumary')));
    expect(placed(problems)).toEqual(['error missing-key 2:1', 'error unknown-key 5:1']);
    expect(problems[1]?.message).toContain('summary');
    expect(problemsOf(lesson(`${head}\ncni: { begin: spec }`))).toEqual(['error unknown-key 9:8']);
  });

  it('when a value is not what it should be', () => {
    const with_ = (line: string) => problemsOf(lesson(`${head}\n${line}`));
    expect(with_('minutes: soon')).toEqual(['error wrong-type 9:10']);
    expect(with_('minutes: 2.5')).toEqual(['error bad-value 9:10']);
    expect(with_('level: hard')).toEqual(['error bad-value 9:8']);
    expect(with_('language: German')).toEqual(['error bad-value 9:11']);
    expect(with_('concepts: from')).toEqual(['error wrong-type 9:11']);
    expect(with_('concepts: [from, 8080]')).toEqual(['error wrong-type 9:18']);
    expect(with_('hints: [""]')).toEqual(['error bad-value 9:9']);
    expect(with_('cni: flannel')).toEqual(['error bad-value 9:6']);
    expect(with_('tolerate: [{ block: { from: any pod, to: shop/db } }]')).toEqual(['error bad-value 9:12']);
    expect(problemsOf(lesson(head.replace('lesson: 1', 'lesson: 2')))).toEqual(['error bad-value 2:9']);
    expect(problemsOf(lesson(head.replace('one-client', 'One client')))).toEqual(['error bad-value 3:5']);
    expect(problemsOf(lesson(head.replace('One client', '7')))).toEqual(['error wrong-type 4:8']);
  });

  it('when a goal is none', () => {
    const with_ = (line: string) => problemsOf(lesson(`${head}\n  - ${line}`));
    expect(with_('alow: { from: shop/web, to: shop/db }')).toEqual(['error goal 9:5', 'error goal 9:5']);
    expect(with_('allow: { from: shop/web }')).toEqual(['error goal 9:5']);
    expect(with_('allow: { from: shop/web, to: shop/db, port: 99999 }')).toEqual(['error goal 9:49']);
    expect(with_('allow: { from: outside, to: outside }')).toEqual(['error goal 9:33']);
  });
});

describe('a problem of a block is told at its first line', () => {
  const ofBody = (body: string) => problemsOf(lesson(head, `Text.\n\n${body}`));

  it('when it cannot be a file', () => {
    expect(ofBody(file('start', cluster))).toEqual(['error block 13:1']);
    expect(ofBody(file('file=../x', cluster))).toEqual(['error block 13:1']);
    expect(ofBody(file('file=a.yaml solutoin', cluster))).toEqual(['error block 13:1']);
    expect(ofBody(file('file=a.yaml', cluster).replace('```', '  ```'))).toEqual(['error block 13:1']);
    expect(ofBody('```yaml file=a.yaml\nkind: Pod\n')).toEqual(['error block 13:1']);
    expect(ofBody(file('file=a.yaml start solution', cluster))).toContain('error block 13:1');
  });

  it('when it is written twice, or may not be changed', () => {
    const twice = file('file=a.yaml', 'a: 1\n');
    expect(ofBody(`${twice}${twice}`)).toContain('error block 16:1');
    expect(ofBody(file('file=a.yaml readonly', 'a: 1\n') + file('file=a.yaml solution', 'a: 2\n'))).toEqual([
      'error block 16:1',
    ]);
  });

  it('when there is none, no solution, or nothing to read', () => {
    expect(ofBody('')).toEqual(['error block 10:1']);
    expect(ofBody(file('file=cluster.yaml', cluster))).toEqual(['warning no-solution 13:1']);
    expect(problemsOf(lesson(head, files))).toEqual(['warning no-text 10:1']);
  });
});

describe('a lesson that is tried out', () => {
  it('has something to do, and a solution that does it', () => {
    const start = (text: string) => lesson().replace(policy(''), text);
    expect(proofOf(start(policy(rule)))).toEqual(['error start-solved 7:5']);
    expect(proofOf(lesson().replace(rule, '  ingress: []\n'))).toEqual(['error solution-misses 7:5']);
  });

  it('has goals that speak of somebody', () => {
    expect(proofOf(lesson().replace('from: shop/web', 'from: shop/wep'))).toEqual(['error goal-unclear 7:5']);
  });

  it('has no error in its solution, nor in what may not be edited', () => {
    const text = lesson().replace(rule, rule.replace('from', 'form'));
    expect(proofOf(text)).toContain(`error manifest ${String(lineOf(text, 'form:'))}:15`);
    const broken = lesson().replace('kind: Pod', 'kind: [');
    expect(proofOf(broken).filter((one) => one.includes('manifest'))).toHaveLength(1);
  });

  it('may start with something broken', () => {
    expect(proofOf(lesson().replace(policy(''), 'kind: [\n'))).toEqual([]);
  });
});

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
