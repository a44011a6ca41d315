import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../diagnostic';
import { decodeDocument } from './decodeDocument';
import type { RejectedPolicy } from './objects';
import type { NetworkPolicy } from './policy';

/** A policy whose spec is one line of flow YAML, for the tables below. */
function withSpec(spec: string): string {
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: ${spec}\n`;
}

function withMetadata(metadata: string): string {
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: ${metadata}\nspec: {}\n`;
}

const port = (entry: string): string => withSpec(`{ingress: [{ports: [${entry}]}]}`);
const peer = (entry: string): string => withSpec(`{egress: [{}, {to: [${entry}]}]}`);
const selector = (entry: string): string => withSpec(`{podSelector: ${entry}}`);

/** What was found: code, path, and the characters it marks. */
type Found = readonly [DiagnosticCode, string, string];

function found(text: string): Found[] {
  return decodeDocument(text).diagnostics.map(({ code, path, range }) => [
    code,
    path,
    text.slice(range.start, range.end),
  ]);
}

function decode(text: string): NetworkPolicy {
  const { objects, rejected, diagnostics } = decodeDocument(text);
  const [policy] = objects;
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(rejected).toEqual([]);
  if (policy?.kind !== 'NetworkPolicy') throw new Error(`decoded as ${String(policy?.kind)}`);
  return policy;
}

function reject(text: string): RejectedPolicy {
  const { objects, rejected } = decodeDocument(text);
  const [policy] = objects;
  expect(rejected).toMatchObject([{ kind: 'NetworkPolicy' }]);
  if (policy?.kind !== 'RejectedPolicy') throw new Error(`decoded as ${String(policy?.kind)}`);
  return policy;
}

const P = 'spec.ingress[0].ports[0]';
const Q = 'spec.egress[1].to[0]';
const S = 'spec.podSelector';
const long = (length: number): string => 'a'.repeat(length);

describe('what the API server refuses', () => {
  it.each<[string, string, ...Found[]]>([
    ['a name with capitals', withMetadata('{name: Web}'), ['invalid', 'metadata.name', 'Web']],
    [
      'a name that is too long',
      withMetadata(`{name: ${long(254)}}`),
      ['invalid', 'metadata.name', long(254)],
    ],
    ['no name', withMetadata('{namespace: a}'), ['required', 'metadata.name', 'metadata']],
    ['an empty name', withMetadata('{name: ""}'), ['required', 'metadata.name', '""']],
    ['a faulty generateName', withMetadata('{generateName: A-}'), ['invalid', 'metadata.generateName', 'A-']],
    [
      'a faulty namespace',
      withMetadata('{name: p, namespace: a.b}'),
      ['invalid', 'metadata.namespace', 'a.b'],
    ],
    [
      'a faulty label key',
      withMetadata('{name: p, labels: {a/b/c: x}}'),
      ['invalid', 'metadata.labels', 'a/b/c'],
    ],
    [
      'a faulty label value',
      withMetadata('{name: p, labels: {a: -x}}'),
      ['invalid', 'metadata.labels', '-x'],
    ],
    [
      'a number as a label',
      withMetadata('{name: p, labels: {a: 1.2}}'),
      ['wrong-type', 'metadata.labels', '1.2'],
    ],
    [
      'a boolean annotation',
      withMetadata('{name: p, annotations: {a: true}}'),
      ['wrong-type', 'metadata.annotations', 'true'],
    ],
    [
      'a faulty annotation key',
      withMetadata('{name: p, annotations: {-a: x}}'),
      ['invalid', 'metadata.annotations', '-a'],
    ],
    ['metadata that is no map', withMetadata('[p]'), ['wrong-type', 'metadata', 'metadata']],

    ['an unknown protocol', port('{protocol: tcp}'), ['not-supported', `${P}.protocol`, 'tcp']],
    ['an empty protocol', port('{protocol: ""}'), ['not-supported', `${P}.protocol`, '""']],
    ['port 0', port('{port: 0}'), ['invalid', `${P}.port`, '0']],
    ['port 65536', port('{port: 65536}'), ['invalid', `${P}.port`, '65536']],
    ['a negative port', port('{port: -1}'), ['invalid', `${P}.port`, '-1']],
    ['a fraction', port('{port: 80.0}'), ['wrong-type', `${P}.port`, '80.0']],
    ['an exponent', port('{port: 1e3}'), ['wrong-type', `${P}.port`, '1e3']],
    ['a port beyond int32', port('{port: 99999999999}'), ['wrong-type', `${P}.port`, '99999999999']],
    ['a boolean port', port('{port: true}'), ['wrong-type', `${P}.port`, 'true']],
    ['a port in quotes', port('{port: "8080"}'), ['invalid', `${P}.port`, '"8080"']],
    ['a long port name', port(`{port: ${long(16)}}`), ['invalid', `${P}.port`, long(16)]],
    ['a port name with other characters', port('{port: Http}'), ['invalid', `${P}.port`, 'Http']],
    ['two hyphens', port('{port: a--b}'), ['invalid', `${P}.port`, 'a--b']],
    ['a hyphen first', port('{port: -ab}'), ['invalid', `${P}.port`, '-ab']],
    ['a hyphen last', port('{port: ab-}'), ['invalid', `${P}.port`, 'ab-']],
    ['an empty protocol', port('{port: 80, protocol: ""}'), ['not-supported', `${P}.protocol`, '""']],
    ['endPort below port', port('{port: 80, endPort: 79}'), ['invalid', `${P}.endPort`, '79']],
    ['endPort with a name', port('{port: http, endPort: 90}'), ['invalid', `${P}.endPort`, '90']],
    ['endPort without port', port('{endPort: 90}'), ['invalid', `${P}.endPort`, '90']],
    ['endPort with a null port', port('{port: , endPort: 90}'), ['invalid', `${P}.endPort`, '90']],
    ['endPort out of range', port('{port: 80, endPort: 65536}'), ['invalid', `${P}.endPort`, '65536']],
    ['a named endPort', port('{port: 80, endPort: http}'), ['wrong-type', `${P}.endPort`, 'http']],

    ['a peer without fields', peer('{}'), ['required', Q, '{}']],
    [
      'a peer of nulls',
      peer('{namespaceSelector: , podSelector: null}'),
      ['required', Q, '{namespaceSelector: , podSelector: null}'],
    ],
    [
      'ipBlock beside a selector',
      peer('{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}'),
      ['forbidden', Q, '{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}'],
    ],
    ['an empty ipBlock', peer('{ipBlock: {}}'), ['required', `${Q}.ipBlock.cidr`, 'ipBlock']],
    ['an empty cidr', peer('{ipBlock: {cidr: ""}}'), ['required', `${Q}.ipBlock.cidr`, '""']],
    ['a bare address', peer('{ipBlock: {cidr: 10.0.0.1}}'), ['invalid', `${Q}.ipBlock.cidr`, '10.0.0.1']],
    [
      'a cidr that is none',
      peer('{ipBlock: {cidr: 10.0.0.0/33}}'),
      ['invalid', `${Q}.ipBlock.cidr`, '10.0.0.0/33'],
    ],
    [
      'an except without a cidr only for the cidr',
      peer('{ipBlock: {except: [11.0.0.0/16, nonsense]}}'),
      ['required', `${Q}.ipBlock.cidr`, 'ipBlock'],
    ],
    [
      'an except of a cidr that is none only for the cidr',
      peer('{ipBlock: {cidr: 10.0.0.0/33, except: [11.0.0.0/16, nonsense]}}'),
      ['invalid', `${Q}.ipBlock.cidr`, '10.0.0.0/33'],
    ],
    [
      'an except without a cidr that is a number',
      peer('{ipBlock: {cidr: "", except: [10.1]}}'),
      ['required', `${Q}.ipBlock.cidr`, '""'],
      ['wrong-type', `${Q}.ipBlock.except[0]`, '10.1'],
    ],
    [
      'an except that is none',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0]}}'),
      ['invalid', `${Q}.ipBlock.except[0]`, '10.1.0.0'],
    ],
    [
      'an except outside',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}'),
      ['invalid', `${Q}.ipBlock.except[0]`, '11.0.0.0/16'],
    ],
    [
      'an equal except',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}'),
      ['invalid', `${Q}.ipBlock.except[0]`, '10.0.0.0/8'],
    ],
    [
      'a larger except',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/7]}}'),
      ['invalid', `${Q}.ipBlock.except[0]`, '10.0.0.0/7'],
    ],
    [
      'an except of another family',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: ["fd00::/8"]}}'),
      ['invalid', `${Q}.ipBlock.except[0]`, '"fd00::/8"'],
    ],
    [
      'an except that is a number',
      peer('{ipBlock: {cidr: 10.0.0.0/8, except: [10.1]}}'),
      ['wrong-type', `${Q}.ipBlock.except[0]`, '10.1'],
    ],

    [
      'three policyTypes',
      withSpec('{policyTypes: [Ingress, Egress, Ingress]}'),
      ['invalid', 'spec.policyTypes', 'policyTypes'],
    ],
    [
      'another policyType',
      withSpec('{policyTypes: [ingress]}'),
      ['not-supported', 'spec.policyTypes[0]', 'ingress'],
    ],
    [
      'policyTypes as a word',
      withSpec('{policyTypes: Ingress}'),
      ['wrong-type', 'spec.policyTypes', 'Ingress'],
    ],

    [
      'In without values',
      selector('{matchExpressions: [{key: a, operator: In}]}'),
      ['required', `${S}.matchExpressions[0].values`, '{key: a, operator: In}'],
    ],
    [
      'NotIn with no values',
      selector('{matchExpressions: [{key: a, operator: NotIn, values: []}]}'),
      ['required', `${S}.matchExpressions[0].values`, 'values'],
    ],
    [
      'Exists with values',
      selector('{matchExpressions: [{key: a, operator: Exists, values: [b]}]}'),
      ['forbidden', `${S}.matchExpressions[0].values`, 'values'],
    ],
    [
      'DoesNotExist with values',
      selector('{matchExpressions: [{key: a, operator: DoesNotExist, values: [b]}]}'),
      ['forbidden', `${S}.matchExpressions[0].values`, 'values'],
    ],
    [
      'another operator',
      selector('{matchExpressions: [{key: a, operator: Gt, values: ["1"]}]}'),
      ['invalid', `${S}.matchExpressions[0].operator`, 'Gt'],
    ],
    [
      'an operator in lower case',
      selector('{matchExpressions: [{key: a, operator: in, values: [b]}]}'),
      ['invalid', `${S}.matchExpressions[0].operator`, 'in'],
    ],
    [
      'a value that is no label',
      selector('{matchExpressions: [{key: a, operator: In, values: [b, "*"]}]}'),
      ['invalid', `${S}.matchExpressions[0].values[1]`, '"*"'],
    ],
    [
      'a numeric value',
      selector('{matchExpressions: [{key: a, operator: In, values: [1]}]}'),
      ['wrong-type', `${S}.matchExpressions[0].values[0]`, '1'],
    ],
    [
      'a key that is no label key',
      selector('{matchExpressions: [{key: a b, operator: Exists}]}'),
      ['invalid', `${S}.matchExpressions[0].key`, 'a b'],
    ],
    [
      'a long label name',
      selector(`{matchLabels: {${long(64)}: b}}`),
      ['invalid', `${S}.matchLabels`, long(64)],
    ],
    [
      'a label prefix with capitals',
      selector('{matchLabels: {App/x: b}}'),
      ['invalid', `${S}.matchLabels`, 'App/x'],
    ],
    ['an empty label prefix', selector('{matchLabels: {/x: b}}'), ['invalid', `${S}.matchLabels`, '/x']],
    [
      'a label value with a blank',
      selector('{matchLabels: {a: b c}}'),
      ['invalid', `${S}.matchLabels`, 'b c'],
    ],
    [
      'a long label value',
      selector(`{matchLabels: {a: ${long(64)}}}`),
      ['invalid', `${S}.matchLabels`, long(64)],
    ],
    [
      'a boolean label value',
      selector('{matchLabels: {enabled: true}}'),
      ['wrong-type', `${S}.matchLabels`, 'true'],
    ],
    [
      'a numeric label value',
      selector('{matchLabels: {version: 1.2}}'),
      ['wrong-type', `${S}.matchLabels`, '1.2'],
    ],
    ...['1_000', '0b1', '0B1', '0_1', '0x_1', '0X1F', '1_000.5', '685_230.15'].map(
      (number): [string, string, Found] => [
        `a label value that is a number to kubectl: ${number}`,
        selector(`{matchLabels: {version: ${number}}}`),
        ['wrong-type', `${S}.matchLabels`, number],
      ],
    ),
    ['a port that is a fraction to kubectl', port('{port: 1_000.5}'), ['wrong-type', `${P}.port`, '1_000.5']],
    [
      'a matched value that is a number to kubectl',
      selector('{matchExpressions: [{key: a, operator: In, values: [1_000]}]}'),
      ['wrong-type', `${S}.matchExpressions[0].values[0]`, '1_000'],
    ],
    [
      'matchLabels as a list',
      selector('{matchLabels: [a]}'),
      ['wrong-type', `${S}.matchLabels`, 'matchLabels'],
    ],
    [
      'a faulty selector of a peer',
      peer('{namespaceSelector: {matchLabels: {a: 1}}}'),
      ['wrong-type', `${Q}.namespaceSelector.matchLabels`, '1'],
    ],

    ['a field of the policy', `${withSpec('{}')}status: {}\n`, ['unknown-field', 'status', 'status']],
    [
      'a field of metadata',
      withMetadata('{name: p, lables: {}}'),
      ['unknown-field', 'metadata.lables', 'lables'],
    ],
    [
      'a field that metadata had up to 1.24',
      withMetadata('{name: p, clusterName: a}'),
      ['unknown-field', 'metadata.clusterName', 'clusterName'],
    ],
    ['a field of spec', withSpec('{podselector: {}}'), ['unknown-field', 'spec.podselector', 'podselector']],
    [
      'a field of a rule',
      withSpec('{ingress: [{form: []}]}'),
      ['unknown-field', 'spec.ingress[0].form', 'form'],
    ],
    [
      'to in an ingress rule',
      withSpec('{ingress: [{to: []}]}'),
      ['unknown-field', 'spec.ingress[0].to', 'to'],
    ],
    [
      'a field of a peer',
      peer('{podSelector: {}, nameSpaceSelector: {}}'),
      ['unknown-field', `${Q}.nameSpaceSelector`, 'nameSpaceSelector'],
    ],
    ['a field of a port', port('{ports: 80}'), ['unknown-field', `${P}.ports`, 'ports']],
    [
      'a field of a selector',
      selector('{matchLabel: {}}'),
      ['unknown-field', `${S}.matchLabel`, 'matchLabel'],
    ],
    ['a label right in the selector', selector('{app: web}'), ['unknown-field', `${S}.app`, 'app']],
    [
      'a field of an expression',
      selector('{matchExpressions: [{key: a, operator: Exists, value: b}]}'),
      ['unknown-field', `${S}.matchExpressions[0].value`, 'value'],
    ],
    [
      'a field of an ipBlock',
      peer('{ipBlock: {cidr: 10.0.0.0/8, excepts: []}}'),
      ['unknown-field', `${Q}.ipBlock.excepts`, 'excepts'],
    ],

    ['rules as a map', withSpec('{ingress: {from: []}}'), ['wrong-type', 'spec.ingress', 'ingress']],
    [
      'from as a map',
      withSpec('{ingress: [{from: {podSelector: {}}}]}'),
      ['wrong-type', 'spec.ingress[0].from', 'from'],
    ],
    ['ports as numbers', withSpec('{ingress: [{ports: [80]}]}'), ['wrong-type', P, '80']],
    ['a rule that is a word', withSpec('{ingress: [all]}'), ['wrong-type', 'spec.ingress[0]', 'all']],
    ['spec as a list', withSpec('[]'), ['wrong-type', 'spec', 'spec']],
    [
      'a key twice',
      withSpec('{podSelector: {}, podSelector: {}}'),
      ['yaml-duplicate-key', 'spec.podSelector', 'podSelector'],
    ],
    [
      'an old group',
      withSpec('{}').replace('networking.k8s.io/v1', 'extensions/v1beta1'),
      ['wrong-api-version', 'apiVersion', 'extensions/v1beta1'],
    ],
    [
      'an old version',
      withSpec('{}').replace('/v1', '/v1beta1'),
      ['wrong-api-version', 'apiVersion', 'networking.k8s.io/v1beta1'],
    ],
    ['no group', withSpec('{}').replace('networking.k8s.io/', ''), ['wrong-api-version', 'apiVersion', 'v1']],
    [
      'a slip in the group',
      withSpec('{}').replace('networking.k8s.io/', 'networking/'),
      ['wrong-api-version', 'apiVersion', 'networking/v1'],
    ],
  ])('%s', (_, text, ...expected) => {
    expect(found(text)).toEqual(expected);
    reject(text);
  });

  it('reports everything that is wrong with one policy', () => {
    const text = withSpec('{ingress: [{form: [], ports: [{port: 0, protocol: x}]}], policyTypes: [a]}');
    expect(
      found(text)
        .map(([code]) => code)
        .sort(),
    ).toEqual(['invalid', 'not-supported', 'not-supported', 'unknown-field']);
  });

  it.each([
    ['form', 'from'],
    ['From', 'from'],
    ['port', 'ports'],
  ])('asks whether %s was meant to be %s', (written, meant) => {
    const [diagnostic] = decodeDocument(withSpec(`{ingress: [{${written}: []}]}`)).diagnostics;
    expect(diagnostic?.message).toContain(`"${meant}"`);
  });
});

describe('what the API server accepts', () => {
  it.each([
    ['an empty spec', withSpec('{}')],
    ['a null spec', withSpec('')],
    ['no spec', withSpec('{}').replace('spec: {}\n', '')],
    [
      'all fields of metadata',
      withMetadata(
        '{name: p, uid: u, generation: 1, creationTimestamp: null, managedFields: [], finalizers: [], ownerReferences: [], resourceVersion: "1", selfLink: x}',
      ),
    ],
    ['the status that servers of 1.24 to 1.27 print', `${withMetadata('{name: p, uid: u}')}status: {}\n`],
    ['endPort equal to port', port('{port: 80, endPort: 80}')],
    ['the highest port', port('{port: 65535}')],
    ['a port in hexadecimal', port('{port: 0x50}')],
    ['a port name of 15 characters', port(`{port: ${long(15)}}`)],
    ['the same type twice', withSpec('{policyTypes: [Ingress, Ingress]}')],
    ['a label that looks like a number too large for one', selector('{matchLabels: {commit: 12e4567}}')],
    ['a label with an empty value', selector('{matchLabels: {a: ""}}')],
    ['a label with a prefix', selector('{matchLabels: {app.kubernetes.io/name: web}}')],
    ['a name with dots', withMetadata('{name: a.b-c.d}')],
    ['IPv6', peer('{ipBlock: {cidr: "2001:db8::/32", except: ["2001:db8:1::/48"]}}')],
  ])('%s', (_, text) => {
    decode(text);
    expect(found(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['10.1.2.3/24', 'cidr: 10.1.2.3/24'],
    ['010.0.0.0/8', 'cidr: 010.0.0.0/8'],
    ['"::ffff:10.0.0.0/104"', 'cidr: "::ffff:10.0.0.0/104"'],
    ['"2001:DB8::/32"', 'cidr: "2001:DB8::/32"'],
    ['10.1.2.3/24', 'cidr: 10.0.0.0/8, except: [10.1.2.3/24]'],
  ])('with a warning: the block %s', (mark, block) => {
    const text = peer(`{ipBlock: {${block}}}`);
    decode(text);
    expect(found(text)).toMatchObject([['non-canonical-cidr', expect.stringContaining('ipBlock'), mark]]);
  });

  it('with a warning: rules of a direction that is not listed (P4, P5)', () => {
    const ingress = withSpec('{policyTypes: [Egress], ingress: [{}]}');
    expect(found(ingress)).toEqual([['ignored-rules', 'spec.ingress', 'ingress']]);
    expect(decode(ingress)).toMatchObject({ policyTypes: ['Egress'], ingress: [{}] });
    expect(found(withSpec('{policyTypes: [Ingress], egress: [{}]}'))).toEqual([
      ['ignored-rules', 'spec.egress', 'egress'],
    ]);
    expect(found(withSpec('{policyTypes: [Ingress], egress: []}'))).toEqual([]);
  });

  it('with a warning: words, and numbers where one belongs, that kubectl reads otherwise', () => {
    expect(found(selector('{matchLabels: {a: yes, b: "yes", c: Off, d: oN}}'))).toEqual([
      ['yaml-1.1-word', `${S}.matchLabels.a`, 'yes'],
      ['yaml-1.1-word', `${S}.matchLabels.c`, 'Off'],
    ]);
    expect(found(port('{port: 0120}'))).toEqual([['yaml-1.1-word', `${P}.port`, '0120']]);
    expect(decode(port('{port: 0120}')).ingress[0]?.ports[0]?.port).toBe(80);
    expect(decode(port('{port: 0B1010000}')).ingress[0]?.ports[0]?.port).toBe(80);
    expect(decode(port('{port: 0x_50}')).ingress[0]?.ports[0]?.port).toBe(80);
  });
});

describe('defaults', () => {
  it.each<[string, readonly string[]]>([
    ['{}', ['Ingress']],
    ['{policyTypes: []}', ['Ingress']],
    ['{policyTypes: null, egress: []}', ['Ingress']],
    ['{egress: [{}]}', ['Ingress', 'Egress']],
    ['{ingress: [{}]}', ['Ingress']],
    ['{policyTypes: [Egress]}', ['Egress']],
    ['{policyTypes: [Egress, Ingress]}', ['Ingress', 'Egress']],
    ['{policyTypes: [Egress, Egress]}', ['Egress']],
  ])('%s isolates for %j (P1-P8)', (spec, types) => {
    expect(decode(withSpec(spec)).policyTypes).toEqual(types);
  });

  it('a port without protocol is TCP (P9)', () => {
    expect(decode(port('{port: 80}, {protocol: UDP}, {}')).ingress[0]?.ports).toMatchObject([
      { protocol: 'TCP', port: 80, endPort: null },
      { protocol: 'UDP', port: null },
      { protocol: 'TCP', port: null },
    ]);
  });

  it('a policy without namespace is in default', () => {
    expect(decode(withMetadata('{name: p}')).namespace).toBe('default');
    expect(decode(withMetadata('{name: p, namespace: ""}')).namespace).toBe('default');
    expect(decode(withMetadata('{generateName: p-}')).name).toBe('p-*');
  });
});

describe('nil and empty', () => {
  it.each<[string, string, unknown]>([
    ['L1 absent', '{}', []],
    ['L1 null', '{ingress: }', []],
    ['L1 empty', '{ingress: []}', []],
    ['L2 an empty rule', '{ingress: [{}]}', [{ peers: [], ports: [] }]],
    ['L2 a null rule', '{ingress: [null]}', [{ peers: [], ports: [] }]],
    ['L3 null from', '{ingress: [{from: , ports: [{port: 80}]}]}', [{ peers: [], ports: [{ port: 80 }] }]],
    ['L3 empty from', '{ingress: [{from: []}]}', [{ peers: [] }]],
    ['L4 null ports', '{ingress: [{ports: }]}', [{ ports: [] }]],
    ['L4 empty ports', '{ingress: [{ports: []}]}', [{ ports: [] }]],
    [
      'L5 an empty port',
      '{ingress: [{ports: [{}]}]}',
      [{ ports: [{ protocol: 'TCP', port: null, endPort: null }] }],
    ],
    [
      'L6 a protocol only',
      '{ingress: [{ports: [{protocol: UDP}]}]}',
      [{ ports: [{ protocol: 'UDP', port: null }] }],
    ],
    [
      'L8 empty podSelector',
      '{ingress: [{from: [{podSelector: {}}]}]}',
      [{ peers: [{ namespaceSelector: null, podSelector: { requirements: [] } }] }],
    ],
    [
      'L9 empty namespaceSelector',
      '{ingress: [{from: [{namespaceSelector: {}}]}]}',
      [{ peers: [{ namespaceSelector: { requirements: [] }, podSelector: null }] }],
    ],
    [
      'L10 null beside a selector',
      '{ingress: [{from: [{namespaceSelector: , podSelector: {}}]}]}',
      [{ peers: [{ namespaceSelector: null, podSelector: { requirements: [] } }] }],
    ],
    [
      'L11 empty parts',
      '{ingress: [{from: [{podSelector: {matchLabels: {}, matchExpressions: []}}]}]}',
      [{ peers: [{ podSelector: { requirements: [] } }] }],
    ],
    [
      'L11 null parts',
      '{ingress: [{from: [{podSelector: {matchLabels: , matchExpressions: null}}]}]}',
      [{ peers: [{ podSelector: { requirements: [] } }] }],
    ],
  ])('%s', (_, spec, ingress) => {
    expect(decode(withSpec(spec)).ingress).toMatchObject(ingress as object);
    expect(decode(withSpec(spec)).ingress).toHaveLength((ingress as []).length);
  });

  it.each(['{}', '{podSelector: }', '{podSelector: {}}'])('%s selects every pod (P7)', (spec) => {
    expect(decode(withSpec(spec)).podSelector.requirements).toEqual([]);
  });

  it('a null label value is the empty string', () => {
    expect(decode(selector('{matchLabels: {app: }}')).podSelector.requirements).toMatchObject([
      { key: 'app', operator: 'In', values: [''] },
    ]);
  });
});

describe('ranges', () => {
  it('cover the rule, the peer, the port, the requirement and the name', () => {
    const text = [
      'apiVersion: networking.k8s.io/v1',
      'kind: NetworkPolicy',
      'metadata:',
      '  name: web # the name',
      'spec:',
      '  podSelector:',
      '    matchLabels:',
      '      app: web',
      '  ingress:',
      '    - from:',
      '        - podSelector:',
      '            matchExpressions:',
      '              - {key: tier, operator: Exists}',
      '        - ipBlock:',
      '            cidr: 10.0.0.0/8',
      '',
      '      # a comment',
      '      ports:',
      '        - port: 80',
      '    - {}',
      '',
      '# the end',
    ].join('\r\n');
    const policy = decode(text);
    const shown = ({ range }: { range: { start: number; end: number } }): string =>
      text.slice(range.start, range.end);
    const [first, second] = policy.ingress;
    expect(shown({ range: policy.nameRange })).toBe('web');
    expect(shown(policy)).toBe(text.slice(0, text.indexOf('- {}') + 4));
    expect(policy.podSelector.requirements.map(shown)).toEqual(['app: web']);
    expect(first && shown(first)).toBe(text.slice(text.indexOf('from:'), text.indexOf('port: 80') + 8));
    expect(first?.peers.map(shown)).toEqual([
      text.slice(text.indexOf('podSelector:\r\n            m'), text.indexOf('Exists}') + 7),
      'ipBlock:\r\n            cidr: 10.0.0.0/8',
    ]);
    expect(first?.ports.map(shown)).toEqual(['port: 80']);
    expect(second && shown(second)).toBe('{}');
  });
});

describe('a refused policy', () => {
  const any = { namespace: null, podSelector: null, policyTypes: ['Ingress', 'Egress'] };

  it.each<[string, string, object]>([
    [
      'keeps what is sound',
      withSpec('{podSelector: {matchLabels: {a: b}}, policyTypes: [Egress], egress: [{form: []}]}'),
      { namespace: 'shop', podSelector: { requirements: [{ key: 'a' }] }, policyTypes: ['Egress'] },
    ],
    [
      'may select any pod if the selector is faulty',
      withSpec('{podSelector: {matchLabels: {a: 1}}}'),
      { namespace: 'shop', podSelector: null, policyTypes: ['Ingress'] },
    ],
    [
      'may have any type if the types are faulty',
      withSpec('{policyTypes: [Egres]}'),
      { podSelector: { requirements: [] }, policyTypes: ['Ingress', 'Egress'] },
    ],
    [
      'may have any type if egress is unreadable',
      withSpec('{egress: {}}'),
      { policyTypes: ['Ingress', 'Egress'] },
    ],
    [
      'may mean another field of spec',
      withSpec('{podselector: {}, policyTypes: [Egress]}'),
      { podSelector: null, policyTypes: ['Egress'] },
    ],
    [
      'may have a mistyped spec',
      withSpec('{}').replace('spec:', 'Spec:'),
      { namespace: 'shop', podSelector: null, policyTypes: ['Ingress', 'Egress'] },
    ],
    [
      'may be in any namespace if that is mistyped',
      withMetadata('{name: p, namspace: a}'),
      { namespace: null, podSelector: { requirements: [] } },
    ],
    [
      'may be in any namespace if that is faulty',
      withMetadata('{name: p, namespace: 5}'),
      { namespace: null },
    ],
    [
      'is in default when only its name is faulty',
      withMetadata('{name: P}'),
      { namespace: 'default', policyTypes: ['Ingress'] },
    ],
    [
      'may be anywhere if metadata is no map',
      withMetadata('p'),
      { namespace: null, podSelector: { requirements: [] } },
    ],
    [
      'does not trust a spec with a key twice',
      withSpec('{podSelector: {}, podSelector: {}}'),
      { ...any, namespace: 'shop' },
    ],
    [
      'does not trust metadata with a key twice',
      withMetadata('{name: p, name: q}'),
      { namespace: null, policyTypes: ['Ingress'] },
    ],
    ['trusts nothing if metadata is there twice', `${withSpec('{}')}metadata: {name: q}\n`, any],
  ])('%s', (_, text, expected) => {
    expect(reject(text)).toMatchObject(expected);
  });
});
