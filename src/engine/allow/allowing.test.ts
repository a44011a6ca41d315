import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tone, type CniProfile } from '../answer';
import { PortSets } from '../compile/portSet';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { judge } from '../evaluate/pair';
import { portText } from '../explain/portText';
import { applyEdits } from '../findings/edit';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Evaluation } from '../pipeline';
import { Session } from '../session';
import type { SourceFile } from '../source';
import type { Admitted, Allowance, AllowPatch } from './allowance';
import { allowing } from './allowing';

/** Some files, and what can be asked of them. */
class Case {
  readonly session = new Session();
  readonly state: Evaluation;
  readonly files: readonly SourceFile[];
  readonly #cni: CniProfile;

  constructor(texts: readonly string[], cni: CniProfile = 'spec') {
    this.files = texts.map((text, index) => ({ id: String(index), name: `${String(index)}.yaml`, text }));
    this.#cni = cni;
    this.session.analyze(this.files, cni);
    if (this.session.evaluation === null) throw new Error('nothing evaluated');
    this.state = this.session.evaluation;
  }

  allow(source: string, destination: string): Allowance {
    const steps = allowing(this.state, source, destination);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  patches(source: string, destination: string): readonly AllowPatch[] {
    return this.allow(source, destination).patches;
  }

  /** The files with the patch in them. */
  with({ edits }: AllowPatch): Case {
    const texts = this.files.map(({ id, text }) =>
      applyEdits(
        text,
        edits
          .filter(({ place }) => place.file === id)
          .map(({ place: { start, end }, text: inserted }) => ({ range: { start, end }, text: inserted })),
      ),
    );
    return new Case(texts, this.#cni);
  }

  allowed(source: string, destination: string): string | null {
    const told = this.session.explainPair(source, destination);
    return told?.kind === 'pair' ? told.allowed : null;
  }
}

/** Every pair there is, before and after, one by one. */
function bruteForce(before: Evaluated, after: Evaluated, source: string, destination: string) {
  const found = { count: 0, unsure: 0, closed: 0, names: new Set<string>(), passes: PortSets.all };
  const twin = ({ id, end }: Unit): Unit | undefined => {
    const index = before.units.indexOf(id);
    if (index >= 0) return before.units.workloads[index];
    const [first] = after.space.external.find((group) => group.id === end.classes[0])?.ranges ?? [];
    const around = before.space.intervals.find(
      ({ range }) =>
        first?.family === range.family && range.first <= first.first && first.first <= range.last,
    );
    return before.units.external[before.space.external.findIndex((group) => group.id === around?.class)];
  };
  const ends = [...after.units.workloads, ...after.units.external].map((unit) => [unit, twin(unit)] as const);
  for (const [index, [from, fromWas]] of ends.entries()) {
    for (const [at, [to, toWas]] of ends.entries()) {
      const replicas = after.space.cluster.workloads[index]?.replicas ?? 1;
      const isNoPair = index === at ? replicas < 2 : from.end.pods.length + to.end.pods.length === 0;
      if (isNoPair || !fromWas || !toWas) continue;
      const { sets } = after;
      const was = judge(before.space, before.sets, before.rows, fromWas.end, toWas.end);
      const is = judge(after.space, sets, after.rows, from.end, to.end);
      const [low, high] = [was.definite, was.possible].map((id) => sets.intern(before.sets.get(id)));
      if (low === undefined || high === undefined) continue;
      if (!sets.includes(is.definite, low) || !sets.includes(is.possible, high)) found.closed++;
      if (fromWas.id === source && toWas.id === destination) {
        found.passes = sets.intersect(found.passes, is.definite);
        continue;
      }
      if (sets.minus(is.definite, low) !== PortSets.none) {
        found.count++;
        found.names.add(`${from.id} ${to.id}`);
      } else if (is.definite !== low || is.possible !== high) found.unsure++;
    }
  }
  return found;
}

const named = ({ pairs }: Admitted): readonly string[] =>
  pairs.map(({ source, destination }) => `${source.id} ${destination.id}`);

function expectHonest(given: Case, patch: AllowPatch, source: string, destination: string): void {
  const after = given.with(patch);
  const { names, passes, ...counts } = bruteForce(given.state, after.state, source, destination);
  expect(portText(after.state.sets, passes)).toBe(patch.passes);
  const { count, unsure } = patch.admits;
  expect({ count, unsure, closed: 0 }).toEqual(counts);
  for (const pair of named(patch.admits)) expect(names).toContain(pair);
  expect(patch.admits.pairs).toHaveLength(Math.min(3, names.size));
}

const pod = (name: string, namespace: string, more = '', labels = `app: ${name}`): string => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}
spec: {containers: [{name: c, image: i${more}}]}
---`;
const policy = (name: string, spec: string, namespace = 'shop'): string => `
# About ${name}.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: # how it is
${spec.replace(/^/gm, '  ')}
`;
const cluster = [
  pod('web', 'shop'),
  pod('web-2', 'shop'),
  pod('db', 'shop', ', ports: [{name: postgres, containerPort: 5432}]'),
  pod('pay', 'payments'),
].join('');
const denyIn = policy('deny', 'podSelector: {}\npolicyTypes: [Ingress]');
const intoDb = policy(
  'db',
  `podSelector: {matchLabels: {app: db}}
policyTypes: [Ingress]
ingress:
  # Only this one.
  - from: [{podSelector: {matchLabels: {app: api}}}] # for now`,
);
const outOfWeb = policy(
  'web',
  `podSelector: {matchLabels: {app: web}}
policyTypes: [Egress]
egress: []`,
);

const nothing: Allowance = { patches: [], refusal: null };
const [web, db, pay] = ['Pod/shop/web', 'Pod/shop/db', 'Pod/payments/pay'] as const;

describe('what is offered to let a pair through', () => {
  const offered = (policies: readonly string[], source: string, destination: string) => {
    const given = new Case([policies.join('---'), cluster]);
    const patches = given.patches(source, destination);
    for (const patch of patches) {
      expectHonest(given, patch, source, destination);
    }
    return { given, patches };
  };

  test('is a rule in the policy about the destination, where only its ingress stops it', () => {
    const { given, patches } = offered([denyIn, intoDb], web, db);
    const [first] = patches;
    expect(first?.title).toBe('Add a rule to db');
    expect(first?.passes).toBe('TCP 5432');
    expect(first?.admits).toEqual({ count: 0, pairs: [], unsure: 0 });
    expect(first?.hunks.map(({ removed, added }) => [removed, added])).toEqual([
      [
        [],
        [
          '    - from:',
          '        - podSelector:',
          '            matchLabels:',
          '              app: web',
          '      ports:',
          '        - protocol: TCP',
          '          port: 5432',
        ],
      ],
    ]);
    const line = first?.hunks[0]?.line ?? 0;
    const text = first && given.with(first).files[0]?.text;
    expect(text?.split('\n')[line - 1]).toBe('    - from:');
    expect(text).toContain('# Only this one.');
  });

  test('keeps comments and order: without what was inserted the text is as before', () => {
    const { given, patches } = offered([denyIn, intoDb, outOfWeb], web, db);
    expect(patches.length).toBeGreaterThan(1);
    for (const patch of patches) {
      const lines = given.with(patch).files[0]?.text.split('\n') ?? [];
      for (const { line, removed, added } of [...patch.hunks].reverse()) {
        const moved = patch.hunks
          .filter((one) => one.line < line)
          .reduce((sum, one) => sum + one.added.length - one.removed.length, 0);
        expect(lines.splice(line - 1 + moved, added.length, ...removed)).toEqual(added);
      }
      expect(lines.join('\n')).toBe(given.files[0]?.text);
    }
  });

  test('is a rule for the egress, where only that stops it', () => {
    const [first] = offered([outOfWeb], web, db).patches;
    expect(first?.title).toBe('Add a rule to web');
    expect(first?.hunks[0]?.removed).toEqual(['  egress: []']);
  });

  test('opens both sides, where both stop it', () => {
    const [first] = offered([intoDb, outOfWeb], web, db).patches;
    expect(first?.title).toBe('Add a rule to web and one to db');
    expect(first?.admits.count).toBe(0);
  });

  test('names the namespace of an end only where it is another one', () => {
    const [first] = offered([intoDb], pay, db).patches;
    expect(first?.hunks[0]?.added.join('\n')).toContain('kubernetes.io/metadata.name: payments');
    const [own] = offered([intoDb], web, db).patches;
    expect(own?.hunks[0]?.added.join('\n')).not.toContain('metadata.name');
  });

  test('is a policy of its own, where there is only one that shuts the whole namespace', () => {
    const { given, patches } = offered([denyIn], web, db);
    expect(patches.map(({ title }) => title)).toEqual(['Add the policy db-from-web']);
    const [first] = patches;
    const text = first && given.with(first).files[0]?.text;
    expect(text?.startsWith(given.files[0]?.text ?? '-')).toBe(true);
    expect(first?.hunks[0]?.added[0]).toBe('---');
  });

  test('stands behind the last policy of the namespace, and before those of others', () => {
    const other = policy('other', 'podSelector: {}', 'payments');
    const { given, patches } = offered([denyIn, other], web, db);
    const text = patches[0] && given.with(patches[0]).files[0]?.text;
    expect(text?.indexOf('db-from-web')).toBeLessThan(text?.indexOf('# About other') ?? 0);
  });

  test('tells what else it would open: the ends that have the same labels', () => {
    const twins = `${cluster}${pod('blue', 'shop', '', 'app: site')}${pod('green', 'shop', '', 'app: site')}`;
    const given = new Case([intoDb, twins]);
    const [first] = given.patches('Pod/shop/blue', db);
    expect(first?.admits).toMatchObject({
      count: 1,
      pairs: [{ source: { name: 'green' }, ports: 'TCP 5432' }],
    });
  });

  test('asks for all ports of a destination that declares none', () => {
    const into = policy('web', 'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Ingress]');
    const [first] = offered([into], db, web).patches;
    expect(first?.passes).toBe('every port');
    expect(first?.hunks[0]?.added.join('\n')).not.toContain('ports');
  });

  test('asks only for what the other side lets through already', () => {
    const out = outOfWeb.replace('egress: []', 'egress: [{ports: [{port: 9187}]}]');
    const ports = ', ports: [{containerPort: 5432}, {containerPort: 9187}]';
    const given = new Case([[intoDb, out].join('---'), pod('web', 'shop') + pod('db', 'shop', ports)]);
    expect(given.patches(web, db)[0]?.passes).toBe('TCP 9187');
  });

  test('gives a pair that passes in part the ports it lacks', () => {
    const into = `${intoDb.replace('app: api', 'app: web').trimEnd()}\n      ports: [{port: 5432}]\n`;
    const ports = ', ports: [{containerPort: 5432}, {containerPort: 9187}]';
    const given = new Case([into, pod('web', 'shop') + pod('db', 'shop', ports)]);
    expect(given.patches(web, db)[0]?.passes).toBe('TCP 5432, 9187');
    expect(new Case([into, cluster]).allow(web, db)).toEqual(nothing);
  });

  test('is an ipBlock towards addresses outside', () => {
    const asked = policy(
      'web-2',
      'podSelector: {matchLabels: {app: web-2}}\npolicyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: 192.0.2.0/24}}]}]',
    );
    const [first] = offered([asked, outOfWeb], web, 'external/192.0.2.0/24').patches;
    expect(first?.hunks[0]?.added.join('\n')).toContain('cidr: 192.0.2.0/24');
    expect(first?.admits.count).toBe(0);
    const [rest] = offered([asked, outOfWeb], web, 'external/else').patches;
    expect(rest?.hunks[0]?.added.join('\n')).toContain('except');
  });

  test('never asks for labels that controllers write', () => {
    const made = pod('web', 'shop', '', 'pod-template-hash: abc, app: web, tier: front');
    const given = new Case([intoDb, made + pod('db', 'shop') + pod('web-3', 'shop', '', 'app: web')]);
    const added = given.patches(web, db)[0]?.hunks[0]?.added.join('\n');
    expect(added).toContain('tier: front');
    expect(added).not.toContain('pod-template-hash');
  });

  test('tells policies of one name apart by their namespace', () => {
    const out = policy('db', 'podSelector: {matchLabels: {app: pay}}\npolicyTypes: [Egress]', 'payments');
    const [first] = offered([intoDb, out], pay, db).patches;
    expect(first?.title).toBe('Add a rule to payments/db and one to shop/db');
  });

  test('is two rules in one policy, where that stops both ends', () => {
    const both = policy(
      'all',
      'podSelector: {matchExpressions: [{key: app, operator: Exists}]}\npolicyTypes: [Ingress, Egress]',
    );
    const { patches } = offered([both], web, db);
    expect(patches.map(({ title }) => title)).toContain('Add 2 rules to all');
  });

  test('counts what opens among the replicas of one workload', () => {
    const all = policy(
      'all',
      'podSelector: {matchExpressions: [{key: app, operator: Exists}]}\npolicyTypes: [Ingress]',
    );
    const site = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: site, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: site}}
  template:
    metadata: {labels: {app: site}}
    spec: {containers: [{name: c, image: i}]}
`;
    const given = new Case([all, `${pod('db', 'shop')}${site}`]);
    const patches = given.patches('Deployment/shop/site', db);
    for (const patch of patches) expectHonest(given, patch, 'Deployment/shop/site', db);
    expect(patches.map(({ title, admits }) => [title, named(admits)])).toEqual([
      ['Add the policy db-from-site', []],
      ['Add a rule to all', ['Deployment/shop/site Deployment/shop/site']],
    ]);
  });

  test('for one pod of a workload names the others, which have the same labels', () => {
    const owned = (name: string): string =>
      pod(name, 'shop', '', 'app: site').replace(
        'labels:',
        'ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: site, controller: true}], labels:',
      );
    const given = new Case([intoDb, `${pod('db', 'shop')}${owned('site-0')}${owned('site-1')}`]);
    const [first] = given.patches('Pod/shop/site-0', db);
    expect(first && named(first.admits)).toEqual([`Pod/shop/site-1 ${db}`]);
    expect(first && given.with(first).allowed('Pod/shop/site-0', db)).toBe('every port');
  });

  test('keeps the line ends of the text', () => {
    const given = new Case([[denyIn, intoDb].join('---').replaceAll('\n', '\r\n'), cluster]);
    for (const patch of given.patches(web, db)) {
      const text = given.with(patch).files[0]?.text ?? '';
      expect(text.replaceAll('\r\n', '')).not.toContain('\n');
      expect(given.with(patch).allowed(web, db)).toBe('TCP 5432');
    }
  });

  test('may be in two files', () => {
    const given = new Case([intoDb, outOfWeb, cluster]);
    const [first] = given.patches(web, db);
    expect(first?.hunks.map(({ file }) => file)).toEqual(['0', '1']);
    expect(first && given.with(first).allowed(web, db)).toBe('TCP 5432');
  });

  test('is nothing for a pair that passes, or of which an end is folded', () => {
    const given = new Case([intoDb, cluster]);
    expect(given.allow(db, web)).toEqual(nothing);
    expect(given.allow('Namespace/shop', db)).toEqual(nothing);
  });

  test('is nothing, and why, towards a pod on the network of its node', () => {
    const host = pod('host', 'shop').replace('spec: {', 'spec: {hostNetwork: true, ');
    const told = new Case([outOfWeb, cluster + host]).allow(web, 'Pod/shop/host');
    expect(told.patches).toEqual([]);
    expect(told.refusal).toContain('host');
  });

  test('is nothing, and why, where a policy of the whole cluster may deny it', () => {
    const admin = `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: admin}
spec: {priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}
`;
    const given = new Case([[intoDb, admin].join('---'), cluster]);
    const told = given.allow(web, db);
    expect(told.patches).toEqual([]);
    expect(told.refusal).not.toBe(null);
  });

  test('is written into JSON, lists and flow style as well', () => {
    const json = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: 'db', namespace: 'shop' },
          spec: { podSelector: { matchLabels: { app: 'db' } }, ingress: [] },
        },
      ],
    });
    for (const text of [
      json,
      `apiVersion: v1\nkind: List\nitems:\n- ${json.slice(json.indexOf('[') + 1, -2)}\n`,
    ]) {
      const given = new Case([text, cluster]);
      const patches = given.patches(web, db);
      expect(patches[0]?.title).toBe('Add a rule to db');
      for (const patch of patches) expect(given.with(patch).allowed(web, db)).toBe('TCP 5432');
    }
  });
});

describe('whatever is offered in a random cluster', () => {
  test.each(['spec', 'cilium'] as const)(
    'lets the pair through, closes nothing and tells what it opens (%s)',
    (cni) => {
      let tried = 0;
      fc.assert(
        fc.property(randomClusters(), (random) => {
          const given = new Case([render(random)], cni);
          const { workloads, external } = given.state.units;
          for (const from of [...workloads, ...external]) {
            for (const to of [...workloads, ...external]) {
              if (from === to || from.end.pods.length + to.end.pods.length === 0) continue;
              const told = given.allow(from.id, to.id);
              for (const patch of told.patches) {
                tried++;
                const explained = given.session.explainPair(from.id, to.id);
                const tone = explained?.kind === 'pair' ? explained.tone : null;
                expect([Tone.blockedEgress, Tone.blockedIngress, Tone.partial]).toContain(tone);
                expectHonest(given, patch, from.id, to.id);
              }
            }
          }
        }),
        { numRuns: 12 },
      );
      expect(tried).toBeGreaterThan(20);
    },
  );
});
