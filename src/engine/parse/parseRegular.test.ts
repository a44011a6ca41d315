import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate, random } from '../../bench/generate';
import { rows } from '../conformance/rules';
import type { Diagnostic } from '../diagnostic';
import { anyText, manifest } from '../oracle/mangle';
import { parseThoroughly } from './parseThoroughly';
import { parseRegular } from './parseRegular';
import { kubectlObjects } from './regular/kubectl.test-data';
import { kubectlYaml } from './regular/kubectlYaml.test-data';
import { slips } from './regular/slips.test-data';
import { emptyFile, splitFile } from './splitFile';

const files: Record<string, string> = import.meta.glob('../../examples/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function documentsOf(text: string): readonly string[] {
  const { segments, starts } = splitFile(text, emptyFile).file;
  return segments.flatMap(({ pieces }, index) =>
    pieces.map(({ start, end }) => text.slice((starts[index] ?? 0) + start, (starts[index] ?? 0) + end)),
  );
}

/** Whether it was read; if so, as the real parser reads it and without complaint. */
function checked(text: string): boolean {
  const tree = parseRegular(text);
  if (tree === null) return false;
  const diagnostics: Diagnostic[] = [];
  const thorough = parseThoroughly(text, (diagnostic) => diagnostics.push(diagnostic));
  expect({ tree, diagnostics }, text).toEqual({ tree: thorough, diagnostics: [] });
  return true;
}

/** A policy in all the styles that are read. */
const written = `# Who may talk to the shop.

---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy   # not the one of Calico
metadata:
  name: "shop"
  'namespace': 'it''s'
  labels: {app: web, "b c": 'd, e', x/y: "", n: 1, z: {}}
spec:

  podSelector:
    # every pod
    matchLabels:
        app: web  
        tier: a b#c
 # further left
  policyTypes: [ Ingress,Egress , "x" ]
  ingress:
  - from:
    - podSelector: {}
    -   namespaceSelector:
            matchLabels: {}
        podSelector:
      # between
          matchExpressions:
          - {key: tier, operator: In, values: [a, b, [], {c: 80}]}
    -
      ipBlock:
        cidr: ::/0
    ports:
    - port: 80
      protocol: TCP # the usual
    - # of any number
    - - - x
        - -y
      - "a": b
  - {}
  egress:
    - to: []
    -
    - null
  empty:
  none: ~  # nothing
  last:   # nothing either
`;

describe('parseRegular', () => {
  const policies = documentsOf(
    generate({ pods: 200, policies: 200, namespaces: 9, replicas: 3 }, 1).policies.text,
  );

  it('reads what people write as the real parser does', () => {
    expect(checked(written)).toBe(true);
    for (const text of policies) expect(checked(text), text).toBe(true);
  });

  it('reads every document of the examples', () => {
    const documents = Object.values(files).flatMap(documentsOf);
    expect(documents.length).toBeGreaterThan(50);
    expect(documents.filter((text) => !checked(text))).toEqual([]);
  });

  it('reads the manifests of nearly all rules of Kubernetes', () => {
    const documents = rows.flatMap(({ manifests }) => documentsOf(manifests));
    const read = documents.filter(checked);
    expect(read.length).toBeGreaterThan(documents.length * 0.9);
  });

  it('reads the objects of a cluster, also as items of a list', () => {
    const pods = generate({ pods: 50, policies: 1, namespaces: 9, replicas: 3 }, 2).cluster.text;
    for (const text of documentsOf(pods)) {
      expect(checked(text), text).toBe(true);
      const inner = text.replace('---\n', '').trimEnd().replaceAll('\n', '\n    ');
      expect(checked(`  - ${inner}\n`), text).toBe(true);
    }
    for (const object of kubectlObjects(210, 1)) checked(kubectlYaml(object));
  });

  it.each([
    'a: 1',
    'a:',
    'a: ',
    '- ',
    '-',
    '- a',
    '   - a\n\n   - b: c',
    'a:\n- b\n-\n\n# c\nd:\n\n',
    'a: "b"  #c\n',
    "'': ''\n",
    'a:  # c\n\n  # d\nb: 0\n',
    'é: x\n',
    'a: é # ü\n😀b: 1\n',
    'a: "😀"\nb: x\n',
    '--- \na: b\n',
    '---\n',
    '',
    '# only\n',
    '---\n---\na: b\n',
    'a: b\n...\n',
    '... a: b\n',
    'a: {b: c} d\n',
    'a: "b" "c"\n',
    'a: "b"#c\n',
    'a: {}#c\n',
    '{a: b}: c\n',
    '- {a: b}: c\n',
    'a:\n  b\n',
    'a: b\n  c\n',
    'a:\n  - b\n  c: d\n',
    'a:\n    - b\n  c: d\n',
    '- a\nb: c\n',
    'a: b\n- c\n',
    ' a: b\nc: d\n',
    'a: [b, c,]\n',
    'a: [,]\n',
    'a: {b}\n',
    'a: {b:c}\n',
    'a: [b: c]\n',
    'a: {b: c, b: d}\n',
    'a: yes\nb: 010\nc: 1_000\nd: 0x50\ne: -1\nf: 1e3\n',
    'a: yes\nb: 1.2.3\nc: Null\n',
    '1: a\n',
    'true: a\n',
    '<<: {a: b}\n',
    'a: - b\n',
    'a: -\n',
    'a: b: c\n',
    'a: b:\n',
    'a: &b c\n',
    'a: *b\n',
    'a: !b c\n',
    'a: |\n  b\n',
    'a: @b\n',
    '? a\n: b\n',
    '%YAML 1.2\n---\na: b\n',
    'a : b\n',
    '"a" : b\n',
    '"a":b\n',
    'a:b\n',
    `${'a'.repeat(1100)}: b\n`,
    `${'- '.repeat(300)}a\n`,
    `a: ${'['.repeat(300)}${']'.repeat(300)}\n`,
  ])('reads %j as the real parser does, or leaves it alone', (text) => {
    checked(text);
    checked(`- ${text}`);
    checked(`a:\n  ${text.replaceAll('\n', '\n  ')}`);
  });

  it.each([
    ['an anchor', 'name: a\n', 'name: &x a\n'],
    ['a tag', 'name: a\n', 'name: !!str a\n'],
    ['a duplicate key', 'name: a\n', 'name: a\n  name: a\n'],
    ['a block scalar', 'name: a\n', 'name: |\n    a\n'],
    ['text on two lines', 'name: a\n', 'name: a\n    b\n'],
    ['an escape', 'name: a\n', 'name: "a\\n"\n'],
    ['a tab', 'name: a\n', 'name: a\t\n'],
    ['a Windows line end', 'name: a\n', 'name: a\r\n'],
    ['odd indentation', 'name: a\n', 'name: a\n   b: c\n'],
    ['a number in another spelling', 'name: a\n', 'name: 0x50\n'],
    ['a merge key', 'name: a\n', '<<: {name: a}\n'],
    ['a template', 'name: a\n', 'name: {{ .Values.name }}\n'],
  ])('leaves %s to the real parser', (_, from, to) => {
    const plain = 'kind: Pod\nmetadata:\n  name: a\n';
    expect(checked(plain)).toBe(true);
    expect(parseRegular(plain.replace(from, to))).toBeNull();
  });

  it('reads damaged text as the real parser does, or leaves it alone', () => {
    const next = random(5);
    const texts = [written, ...Object.values(files).flatMap(documentsOf), ...policies.slice(0, 20)];
    let read = 0;
    let tried = 0;
    for (const text of texts) {
      for (let round = 0; round < 60; round++, tried++) {
        if (checked(slips(text, 1 + next(3), next))) read++;
      }
    }
    // Neither everything nor nothing, or this would say little.
    expect(read).toBeGreaterThan(tried / 4);
    expect(read).toBeLessThan(tried * 0.8);
  }, 60_000);

  it('reads whatever is typed as the real parser does, or leaves it alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), manifest()), (text) => void documentsOf(text).map(checked)),
      {
        numRuns: 1500,
      },
    );
  }, 60_000);
});
