import { strFromU8, unzipSync } from 'fflate';
import { parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import { Session } from '../engine';
import { mermaidOf } from './mermaid';
import { appliable, missingNamespaces, oneYaml } from './yaml';
import { zipOf } from './zip';

const everything = { title: 'A "title"', shown: { allowed: true, blocked: true, open: true }, seen: null };

const shop = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: front, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: back, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: back, labels: {app: db}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: back}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 3306}]}]
`;

describe('a Mermaid diagram', () => {
  const { topology, picture } = new Session().analyze([{ id: '0', name: 'a.yaml', text: shop }], 'spec');
  const node = (name: string): string =>
    `n${String(topology.entities.findIndex((entity) => entity.name === name))}`;

  it('has a subgraph per namespace, and lines by what they say', () => {
    const text = mermaidOf(topology, picture, everything);
    expect(text.startsWith('---\ntitle: "A \\"title\\""\n---\nflowchart LR\n')).toBe(true);
    expect(text.match(/^ {2}subgraph .*$/gm)).toEqual(['  subgraph s0["back"]', '  subgraph s1["front"]']);
    expect(text).toContain(`${node('api')} -->|"TCP 3306"| ${node('db')}`);
    expect(text).toContain(`${node('web')} -.-x ${node('db')}`);
    expect(text).toContain(`${node('api')} --- ${node('web')}`);
  });

  it('leaves out what is not shown', () => {
    const text = mermaidOf(topology, picture, {
      ...everything,
      shown: { allowed: true, blocked: false, open: false },
    });
    expect(text).not.toContain('-.-x');
    const size = topology.entities.length;
    const hidden = {
      cards: new Uint8Array(size),
      cells: new Uint8Array(size * size).fill(2),
      namesPairs: false,
    };
    expect(mermaidOf(topology, picture, { ...everything, seen: hidden })).not.toContain('-->');
  });
});

describe('YAML for a cluster', () => {
  const mixed = {
    name: 'a.yaml',
    text: 'kind: Pod\n---\napiVersion: netpol-playground/v1\nkind: Expectations\n---\nkind: Service\n',
  };

  it('has no documents that only this page knows, and no empty files', () => {
    const [file, ...rest] = appliable([
      mixed,
      { name: 'b.yaml', text: '# nothing\n---\n' },
      { name: 'c.yaml', text: 'apiVersion: netpol-playground/v1\nkind: Expectations\n' },
    ]);
    expect(rest).toEqual([]);
    const kinds = parseAllDocuments(file?.text ?? '').map((document) => document.get('kind'));
    expect(kinds).toEqual(['Pod', 'Service']);
  });

  it('declares namespaces that are only mentioned, but for those every cluster has', () => {
    expect(missingNamespaces(['default', 'kube-system'])).toBeNull();
    const text = missingNamespaces(['shop', 'default', 'true'])?.text ?? '';
    expect(parseAllDocuments(text).map((document) => document.getIn(['metadata', 'name']))).toEqual([
      'shop',
      'true',
    ]);
  });

  it('in one file has every document of all', () => {
    const text = oneYaml([
      { name: 'a', text: 'n: 1' },
      { name: 'b', text: '# c\n---\nn: 2\n---\nn: 3\n' },
      { name: 'c', text: '{"n": 4}' },
    ]);
    expect(parseAllDocuments(text).map((document) => document.get('n'))).toEqual([1, 2, 3, 4]);
  });

  it('in a zip has names that a folder takes', () => {
    const files = [
      { name: 'policies.yaml', text: 'a: ä' },
      { name: 'policies.yaml', text: 'b' },
      { name: '../x y', text: 'c' },
      { name: '', text: 'd' },
      { name: 'list.JSON', text: '{}' },
    ];
    const entries = Object.entries(unzipSync(zipOf('here', files))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]);
    expect(entries).toEqual([
      ['here/policies.yaml', 'a: ä'],
      ['here/policies-2.yaml', 'b'],
      ['here/x-y.yaml', 'c'],
      ['here/manifests.yaml', 'd'],
      ['here/list.JSON', '{}'],
    ]);
  });
});
