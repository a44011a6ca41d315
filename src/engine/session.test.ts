import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../bench/generate';
import {
  EGRESS_LOCK,
  EGRESS_PERHAPS,
  INGRESS_LOCK,
  INGRESS_PERHAPS,
  Tone,
  type Answer,
  type CniProfile,
  type Level,
  type View,
} from './answer';
import { explainEntity } from './retell';
import { Session } from './session';
import type { SourceFile } from './source';

const file = (text: string, id = 'a'): SourceFile => ({ id, name: `${id}.yaml`, text });

const pod = (namespace: string, name: string, more = ''): string => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]${more}}
`;
const policy = (spec: string, name = 'p', namespace = 'shop'): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;

const shop = pod('shop', 'web') + pod('shop', 'db') + pod('shop', 'rogue');
const onlyWeb =
  '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}';

const views: fc.Arbitrary<View> = fc.record({
  level: fc.constantFrom<Level | null>(null, 'namespaces', 'workloads', 'pods'),
  unfolded: fc.subarray(['Namespace/ns-0', 'Namespace/ns-1', 'Deployment/ns-0/web-0', 'outside']),
  folded: fc.subarray(['Namespace/ns-2', 'Deployment/ns-1/api-1', 'outside']),
  alike: fc.constantFrom(null, true, false),
});

/** A picture without the numbers that only this one session gives to port sets. */
function told({ picture: { ports, portTexts, ...rest } }: Answer): unknown {
  return { ...rest, ports: [...ports].map((id) => portTexts[id]) };
}

function toneOf(answer: Answer, from: string, to: string): Tone | undefined {
  const index = (name: string): number =>
    answer.topology.entities.findIndex((entity) => entity.name === name);
  const tone = answer.picture.tones[index(from) * answer.topology.entities.length + index(to)];
  return Object.values(Tone).find((one) => one === tone);
}
const analyze = (text: string, cni: CniProfile = 'spec'): Answer => new Session().analyze([file(text)], cni);

describe('an answer', () => {
  it('says open without policies and blocked or allowed with them', () => {
    expect(toneOf(analyze(shop), 'rogue', 'db')).toBe(Tone.open);
    const answer = analyze(shop + policy(onlyWeb));
    expect(toneOf(answer, 'rogue', 'db')).toBe(Tone.blockedIngress);
    expect(toneOf(answer, 'web', 'db')).toBe(Tone.allowed);
    expect(toneOf(answer, 'db', 'web')).toBe(Tone.open);
    expect([...answer.picture.locks]).toEqual([INGRESS_LOCK, 0, 0, 0]);
  });

  it('tells which gate stops a pair', () => {
    const answer = analyze(
      shop + policy('{podSelector: {matchLabels: {app: rogue}}, policyTypes: [Egress]}'),
    );
    expect(toneOf(answer, 'rogue', 'db')).toBe(Tone.blockedEgress);
    expect([...answer.picture.locks]).toEqual([0, EGRESS_LOCK, 0, 0]);
  });

  it('leaves out a Job whose pods have finished, and no CronJob', () => {
    const job = (name: string, more = ''): string =>
      `---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: ${name}, namespace: shop${more}}\nspec: {template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}\n`;
    const podOf = (name: string, phase: string): string =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}-x, namespace: shop, labels: {app: ${name}}, ownerReferences: [{apiVersion: batch/v1, kind: Job, name: ${name}, controller: true}]}\nspec: {containers: []}\nstatus: {phase: ${phase}}\n`;
    const cronJob =
      '---\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly, namespace: shop}\nspec: {jobTemplate: {spec: {template: {metadata: {labels: {app: nightly}}, spec: {containers: []}}}}}\n';
    const owned =
      ', ownerReferences: [{apiVersion: batch/v1, kind: CronJob, name: nightly, controller: true}]';
    const text = [
      shop,
      job('done'),
      podOf('done', 'Succeeded'),
      job('busy'),
      podOf('busy', 'Failed'),
      podOf('busy', 'Running').replace('busy-x', 'busy-y'),
      job('waiting'),
      cronJob,
      job('nightly-29000000', owned),
      podOf('nightly-29000000', 'Succeeded'),
    ].join('');
    const names = analyze(text).topology.entities.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['busy', 'waiting', 'nightly']));
    expect(names).not.toContain('done');
    expect(names).not.toContain('nightly-29000000');
  });

  it('cannot say whether a pod is isolated that a policy may select which is not evaluated', () => {
    const cilium =
      '---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: shop}\nspec: {}\n';
    const { topology, picture } = analyze(shop + policy(onlyWeb) + cilium);
    const db = topology.entities.findIndex(({ name }) => name === 'db');
    const web = topology.entities.findIndex(({ name }) => name === 'web');
    expect(picture.locks[db]).toBe(INGRESS_LOCK | EGRESS_PERHAPS);
    expect(picture.locks[web]).toBe(INGRESS_PERHAPS | EGRESS_PERHAPS);
    expect([...picture.isolated.slice(db * 2, db * 2 + 2)]).toEqual([1, 0]);
    expect([...picture.perhapsIsolated.slice(db * 2, db * 2 + 2)]).toEqual([0, 1]);
    const session = new Session();
    session.analyze([file(shop + cilium)], 'spec');
    const told = session.drawn && explainEntity(session.drawn, topology.entities[web]?.id ?? '');
    expect(told?.doubtful.map(({ name }) => name)).toEqual(['c']);
    expect(told?.sentences[0]).toContain('cannot be said');
  });

  it('is open everywhere under a plugin that enforces nothing', () => {
    expect(toneOf(analyze(shop + policy(onlyWeb), 'none'), 'rogue', 'db')).toBe(Tone.open);
  });

  it('cannot say what a rejected policy would have changed, and nothing else', () => {
    const answer = analyze(shop + policy('{podSelector: {matchLabels: {app: db}}, ingress: [{form: []}]}'));
    expect(answer.complete).toBe(false);
    expect(toneOf(answer, 'web', 'db')).toBe(Tone.unknown);
    expect(toneOf(answer, 'db', 'web')).toBe(Tone.open);
  });

  it.each([
    ['before', true],
    ['after', false],
  ])(
    'takes the policy that is accepted for what the cluster has, %s one of its name that is refused',
    (_, isFirst) => {
      const typo = '{podSelector: {matchLabels: {app: db}}, ingress: [{form: []}]}';
      const both = (spec: string, name: string, namespace: string): Answer => {
        const parts = [policy(onlyWeb), policy(spec, name, namespace)];
        return analyze(shop + (isFirst ? parts : parts.toReversed()).join(''));
      };
      const answer = both(typo, 'p', 'shop');
      expect(answer.diagnostics.map(({ severity }) => severity)).toContain('error');
      expect(answer.receipt.rejected).toHaveLength(1);
      expect(toneOf(answer, 'rogue', 'db')).toBe(Tone.blockedIngress);
      expect(toneOf(answer, 'web', 'db')).toBe(Tone.allowed);
      expect(toneOf(both(typo, 'other', 'shop'), 'rogue', 'db')).toBe(Tone.unknown);
      expect(toneOf(both(typo, 'p', '[]'), 'rogue', 'db')).toBe(Tone.unknown);
    },
  );

  describe('of a namespace that the API server refuses', () => {
    const namespace = (labels: string, name = 'ops'): string =>
      `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
    const refused = namespace('{team: not a value}');
    const from = (selector: string): string =>
      policy(
        `{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: ${selector}}]}]}`,
      );
    const seen = (selector: string, declared = refused): Tone | undefined =>
      toneOf(analyze(shop + pod('ops', 'tool') + declared + from(selector)), 'tool', 'db');

    it.each([
      ['{matchLabels: {team: ops}}', Tone.unknown],
      ['{matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}', Tone.unknown],
      ['{matchExpressions: [{key: team, operator: DoesNotExist}]}', Tone.unknown],
      ['{matchLabels: {kubernetes.io/metadata.name: ops}}', Tone.allowed],
      ['{matchLabels: {kubernetes.io/metadata.name: shop, team: ops}}', Tone.blockedIngress],
      ['{matchLabels: {kubernetes.io/metadata.name: ops, team: ops}}', Tone.unknown],
      ['{}', Tone.allowed],
      [
        '{matchLabels: {team: ops}, matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}',
        Tone.blockedIngress,
      ],
    ])('only the name is known: %s', (selector, tone) => {
      expect(seen(selector)).toBe(tone);
    });

    it('says so in the retelling, and what passes is nothing of other namespaces', () => {
      const session = new Session();
      const text = shop + pod('ops', 'tool') + refused + from('{matchLabels: {team: ops}}');
      const answer = session.analyze([file(text)], 'spec');
      expect(toneOf(answer, 'web', 'db')).toBe(Tone.blockedIngress);
      const told = session.explainPair('Pod/ops/tool', 'Pod/shop/db');
      if (told?.kind !== 'pair') throw new Error('no pair');
      expect(told.doubts).toHaveLength(1);
      expect(told.doubts[0]).toContain('ops');
      const [rule] = told.ingress.policies[0]?.rules ?? [];
      expect(rule).toMatchObject({ granted: false, sentence: told.doubts[0] });
      expect(rule?.peers[0]?.checks.map(({ holds }) => holds)).toEqual(['maybe']);
    });

    it.each([
      ['is of another version', '---\napiVersion: v2\nkind: Namespace\nmetadata: {name: ops}\n'],
      ['is of a mistyped kind', '---\napiVersion: v1\nkind: NameSpace\nmetadata: {name: ops}\n'],
      ['has an unknown field', `${refused.replace('not a value', 'ops')}spek: {}\n`],
      [
        'cannot be parsed',
        '---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: ops\n  labels: {team: [\n',
      ],
    ])('it is one that %s', (_, text) => {
      expect(seen('{matchLabels: {team: ops}}', text)).toBe(Tone.unknown);
    });

    it('takes another that is accepted for what the cluster has', () => {
      const good = namespace('{team: ops}');
      for (const both of [good + refused, refused + good]) {
        expect(seen('{matchLabels: {team: ops}}', both)).toBe(Tone.allowed);
        expect(seen('{matchLabels: {team: dev}}', both)).toBe(Tone.blockedIngress);
      }
      expect(seen('{matchLabels: {team: ops}}', refused.replace('ops', 'other'))).toBe(Tone.blockedIngress);
    });

    it('keeps up with the text', () => {
      const session = new Session();
      const selecting = from('{matchLabels: {team: ops}}');
      const all = ['', refused, namespace('{team: ops}'), refused, namespace('{}'), refused, ''];
      all.forEach((declared, leap) => {
        const files = [file(shop + pod('ops', 'tool') + selecting), file(declared, 'b')];
        const fresh = new Session().analyze(files, 'spec');
        expect(told(session.analyze(files, 'spec', leap))).toEqual(told(fresh));
      });
    });
  });

  it('cannot say what a policy of another kind could change', () => {
    const cilium =
      '---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: shop}\nspec: {}\n';
    const answer = analyze(shop + pod('other', 'far') + pod('other', 'away') + cilium);
    expect(answer.complete).toBe(true);
    expect(answer.receipt.unsupported).toHaveLength(1);
    expect(toneOf(answer, 'web', 'db')).toBe(Tone.unknown);
    expect(toneOf(answer, 'far', 'away')).toBe(Tone.open);
  });

  it('cannot say what an EgressFirewall does with the outside and with nodes, and leaves pods alone', () => {
    const firewall =
      '---\napiVersion: k8s.ovn.org/v1\nkind: EgressFirewall\nmetadata: {name: default, namespace: shop}\nspec: {}\n';
    const session = new Session();
    const host = pod('node', 'agent', ', hostNetwork: true');
    const text = shop + host + pod('other', 'far') + policy(onlyWeb) + firewall;
    const answer = session.analyze([file(text)], 'spec');
    expect(toneOf(answer, 'web', 'Outside')).toBe(Tone.unknown);
    expect(toneOf(answer, 'web', 'agent')).toBe(Tone.unknown);
    expect(toneOf(answer, 'web', 'db')).toBe(Tone.allowed);
    expect(toneOf(answer, 'rogue', 'db')).toBe(Tone.blockedIngress);
    expect(toneOf(answer, 'Outside', 'web')).toBe(Tone.open);
    expect(toneOf(answer, 'agent', 'web')).toBe(Tone.open);
    expect(toneOf(answer, 'far', 'Outside')).toBe(Tone.open);
    const said = session.explainPair('Pod/shop/web', 'Pod/node/agent');
    expect(said).toMatchObject({ kind: 'pair', doubts: [expect.stringContaining('EgressFirewall')] });
  });

  it('takes an Istio policy of the root namespace for one of the whole mesh', () => {
    const istio = (namespace: string): string =>
      `---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: ${namespace}}\nspec: {}\n`;
    expect(toneOf(analyze(shop + istio('istio-system')), 'web', 'db')).toBe(Tone.unknown);
    expect(toneOf(analyze(shop + istio('other')), 'web', 'db')).toBe(Tone.open);
  });

  it.each([
    ['v1alpha1', 'BaselineAdminNetworkPolicy', '{}'],
    ['v1alpha2', 'ClusterNetworkPolicy', '{tier: Baseline}'],
  ])(
    'leaves the verdict to NetworkPolicies where they isolate, whatever a %s %s says',
    (version, kind, spec) => {
      const after = `---\napiVersion: policy.networking.k8s.io/${version}\nkind: ${kind}\nmetadata: {name: default}\nspec: ${spec}\n`;
      const isolating = policy(
        '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]}',
      );
      const open = policy('{podSelector: {}, policyTypes: [Egress], egress: [{}]}', 'open');
      const decided = analyze(shop + isolating + open + after);
      expect(toneOf(decided, 'web', 'db')).toBe(Tone.partial);
      // Nothing isolates web for ingress, …
      expect(toneOf(decided, 'db', 'web')).toBe(Tone.unknown);
      // … nor here anybody for egress.
      expect(toneOf(analyze(shop + isolating + after), 'web', 'db')).toBe(Tone.unknown);
      // What is asked first has its say.
      const admin = after.replace('Baseline', 'Admin').replace('AdminAdmin', 'Admin');
      expect(toneOf(analyze(shop + isolating + open + admin), 'web', 'db')).toBe(Tone.unknown);
    },
  );

  it('keeps up with the tier of a policy of another kind', () => {
    const session = new Session();
    const read = (tier: string): Answer =>
      session.analyze(
        [
          {
            id: 'a',
            name: 'a.yaml',
            text: `${shop}${policy('{podSelector: {}, policyTypes: [Ingress, Egress]}')}---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: c}\nspec: {tier: ${tier}}\n`,
          },
        ],
        'spec',
      );
    for (const tier of ['Baseline', 'Admin', 'Baseline']) {
      const tone = tier === 'Baseline' ? Tone.blockedEgress : Tone.unknown;
      expect(toneOf(read(tier), 'web', 'db')).toBe(tone);
    }
  });

  it.each(['StagedNetworkPolicy', 'StagedKubernetesNetworkPolicy', 'StagedGlobalNetworkPolicy'])(
    'ignores a %s, which is not enforced',
    (kind) => {
      const { receipt, ...answer } = analyze(
        `${shop}---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: c, namespace: shop}\nspec: {}\n`,
      );
      expect(toneOf({ receipt, ...answer }, 'web', 'db')).toBe(Tone.open);
      expect(receipt).toMatchObject({ unsupported: [], ignored: [{ kind, count: 1 }] });
    },
  );

  it('cannot say whether an ipBlock holds a pod whose address is not known', () => {
    const to = (cidr: string): string =>
      policy(
        `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: ${cidr}}}]}]}`,
      );
    expect(toneOf(analyze(shop + to('10.1.0.0/16')), 'web', 'db')).toBe(Tone.unknown);
    expect(toneOf(analyze(shop + to('0.0.0.0/0')), 'web', 'db')).toBe(Tone.allowed);
    expect(toneOf(analyze(shop + to('203.0.113.0/24')), 'web', 'db')).toBe(Tone.blockedEgress);
    expect(toneOf(analyze(shop + to('0.0.0.0/0'), 'cilium'), 'web', 'db')).toBe(Tone.blockedEgress);
  });
});

describe('a session', () => {
  it('parses one document per keystroke and computes only the rows it touches', () => {
    const { cluster, policies } = generate({ pods: 200, policies: 40, namespaces: 8, replicas: 4 }, 1);
    const session = new Session();
    session.analyze([policies, cluster], 'spec');
    const before = session.counters;
    session.analyze(
      [{ ...policies, text: policies.text.replace(/port: 9\d\d\d/, 'port: 9999') }, cluster],
      'spec',
    );
    const after = session.counters;
    expect(after.documentsParsed - before.documentsParsed).toBe(1);
    expect(after.clustersBuilt).toBe(before.clustersBuilt);
    expect(after.spacesBuilt).toBe(before.spacesBuilt);
    expect(after.rowsComputed - before.rowsComputed).toBeLessThanOrEqual(2);
    expect(after.pairsJudged - before.pairsJudged).toBeLessThan(before.pairsJudged / 10);
  });

  it('counts what an edit opened and closed, over entities that stay', () => {
    const session = new Session();
    session.analyze([file(shop)], 'spec');
    const closed = session.analyze([file(shop + policy(onlyWeb))], 'spec');
    expect([...closed.changes.signs]).toEqual([-1, -1]); // rogue and the outside
    const opened = session.analyze([file(shop + pod('shop', 'another'))], 'spec');
    expect([...opened.changes.signs]).toEqual([1, 1]);
  });

  it('keeps retelling the last complete answer while a document is broken, at its places of now', () => {
    const session = new Session();
    const text = shop + policy(onlyWeb);
    session.analyze([file(text)], 'spec');
    const answer = session.analyze([file(`# a line more\n${text}---\nkind: [`)], 'spec');
    expect(answer.complete).toBe(false);
    const told = session.explainPair('Pod/shop/rogue', 'Pod/shop/db');
    expect(told).toMatchObject({ kind: 'pair', tone: Tone.blockedIngress });
    const place = told?.kind === 'pair' ? told.ingress.policies[0]?.place : undefined;
    expect(place && `# a line more\n${text}`.slice(place.start, place.end)).toBe('p');
  });

  it('draws what came in broken at once, but not what is broken by typing', () => {
    const session = new Session();
    const bad = policy('{podSelector: {matchLabels: {app: db}}, ingress: [{form: []}]}', 'bad');
    expect(session.analyze([file(shop + bad)], 'spec', 1).drawable).toBe(true);
    // Typing elsewhere goes on being drawn; breaking something else does not; opening something does.
    const more = policy(onlyWeb, 'more');
    expect(session.analyze([file(shop + bad + more)], 'spec', 1).drawable).toBe(true);
    expect(session.analyze([file(`${shop + bad + more}---\nkind: [`)], 'spec', 1).drawable).toBe(false);
    expect(session.analyze([file(`${shop + bad + more}---\nkind: [`)], 'spec', 2).drawable).toBe(true);
  });

  it('keeps the text it draws under another plugin while a document is broken, and under that one again', () => {
    const session = new Session();
    const text = shop + policy(onlyWeb);
    const broken = shop + policy('{podSelector: [');
    const before = session.analyze([file(text)], 'spec');
    expect(toneOf(before, 'rogue', 'db')).toBe(Tone.blockedIngress);
    for (const [cni, tone] of [
      ['spec', Tone.blockedIngress],
      ['none', Tone.open],
      ['cilium', Tone.blockedIngress],
      ['spec', Tone.blockedIngress],
    ] as const) {
      const answer = session.analyze([file(broken)], cni);
      expect(answer.drawable, cni).toBe(false);
      expect(toneOf(answer, 'rogue', 'db'), cni).toBe(tone);
    }
    const whole = session.analyze([file(text)], 'spec');
    expect([whole.drawable, toneOf(whole, 'rogue', 'db')]).toEqual([true, Tone.blockedIngress]);
  });

  it('keeps its picture while something that is no manifest stands where one was', () => {
    const session = new Session();
    const named = (name: string, text: string): SourceFile => ({ id: name, name, text });
    const pods = named('pods', shop);
    const whole = session.analyze([pods, named('policies', policy(onlyWeb))], 'spec', 0);
    const spoilt = session.analyze([pods, named('policies', 'PASSWORD=secret\n')], 'spec', 1);
    expect(spoilt.drawable).toBe(false);
    expect(spoilt.diagnostics.map(({ code }) => code)).toEqual(['not-an-object']);
    expect(toneOf(spoilt, 'rogue', 'db')).toBe(toneOf(whole, 'rogue', 'db'));
    // Without that file there is no policy, and that is what is drawn; the same where it never held any.
    expect(session.analyze([pods], 'spec', 2).drawable).toBe(true);
    expect(session.analyze([pods, named('notes', 'hello world\n')], 'spec', 3).drawable).toBe(true);
    expect(session.analyze([pods, named('notes', 'hello world\n')], 'none', 4).drawable).toBe(true);
  });

  it('tells the same after any sequence of edits as a new session would', () => {
    const { cluster, policies } = generate({ pods: 24, policies: 12, namespaces: 3, replicas: 2 }, 7);
    const lines = policies.text.split('\n');
    const edit = fc.record({
      line: fc.nat(lines.length - 1),
      by: fc.constantFrom('', '# gone', '  policyTypes: [Egress]', '    - podSelector: {}', '---', 'kind: ['),
      view: views,
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const session = new Session();
        session.analyze([policies, cluster], 'spec');
        const now = [...lines];
        edits.forEach(({ line, by, view }, leap) => {
          now[line] = by;
          const files = [{ ...policies, text: now.join('\n') }, cluster];
          const incremental = session.analyze(files, 'spec', leap + 1, view);
          const fresh = new Session().analyze(files, 'spec', 0, view);
          expect(told(incremental)).toEqual(told(fresh));
          expect(incremental.topology).toEqual(fresh.topology);
          expect(incremental.diagnostics).toEqual(fresh.diagnostics);
          expect(incremental.receipt).toEqual(fresh.receipt);
          expect(incremental.policies).toEqual(fresh.policies);
        });
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('tells the same after any sequence of what may come and go in a cluster', () => {
    const { cluster, policies } = generate({ pods: 24, policies: 12, namespaces: 3, replicas: 2 }, 7);
    const given = [...policies.text.split('---\n'), ...cluster.text.split('---\n')];
    const home = fc.constantFrom('ns-0', 'ns-1', 'ns-2', 'late');
    const value = fc.constantFrom('web', 'db', 'x');
    const pod = fc
      .record({
        home,
        value,
        name: fc.constantFrom('late-1', 'late-2', 'db-3-5d4f8c7b9-10000', 'web-0-5d4f8c7b9-10001'),
        owner: fc.constantFrom('', 'owner: ReplicaSet/late-5d4f8c7b9', 'owner: Job/late-28391040'),
        host: fc.boolean(),
        ip: fc.constantFrom('10.1.2.3', '203.0.7.9', 'fd00::7', ''),
        node: fc.constantFrom('node-0', 'node-1', ''),
        hostIp: fc.constantFrom('192.168.0.1', '192.168.0.2', ''),
      })
      .map(({ home, value, name, owner, host, ip, node, hostIp }) => {
        const [, kind, by] = /: (.+)\/(.+)/.exec(owner) ?? [];
        const owners = by ? `[{apiVersion: v1, kind: ${kind ?? ''}, name: ${by}, controller: true}]` : '[]';
        const at = node === '' ? '' : `nodeName: ${node},`;
        return `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${home}, labels: {tier: ${value}, color: ${value}, pod-template-hash: 5d4f8c7b9}, ownerReferences: ${owners}}
spec: {${at} hostNetwork: ${String(host)}, containers: [{name: main, ports: [{name: http, containerPort: 8000}]}]}
status: {${ip === '' ? '' : `podIP: "${ip}",`} ${hostIp === '' ? '' : `hostIP: ${hostIp},`} phase: Running}
`;
      });
    const workload = fc.record({ home, value }).map(
      ({ home, value }) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: late, namespace: ${home}}
spec: {replicas: 2, selector: {matchLabels: {tier: ${value}}}, template: {metadata: {labels: {tier: ${value}}}, spec: {containers: [{name: main}]}}}
`,
    );
    const namespace = fc
      .record({ home, team: fc.constantFrom('team-0', 'team-1', 'team-2', '-refused-') })
      .map(
        ({ home, team }) =>
          `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${home}, labels: {team: ${team}}}\n`,
      );
    const firewall = home.map(
      (home) => `apiVersion: k8s.ovn.org/v1
kind: EgressFirewall
metadata: {name: default, namespace: ${home}}
spec: {egress: [{type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}
`,
    );
    const node = fc
      .constantFrom('192.168.0.1', '192.168.0.2')
      .map(
        (ip) =>
          `apiVersion: v1\nkind: Node\nmetadata: {name: node-1}\nstatus: {addresses: [{type: InternalIP, address: ${ip}}]}\n`,
      );
    const asking = fc
      .record({
        home,
        value,
        key: fc.constantFrom('color', 'nobody', 'pod-template-hash'),
        cidr: fc.constantFrom('10.0.0.0/8', '203.0.0.0/16', 'fd00::/8', '192.168.0.0/24', '100.64.0.0/16'),
      })
      .map(
        ({ home, value, key, cidr }) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: asks, namespace: ${home}}
spec:
  podSelector: {matchExpressions: [{key: ${key}, operator: NotIn, values: [${value}]}]}
  policyTypes: [Ingress, Egress]
  ingress:
  - from: [{ipBlock: {cidr: "${cidr}"}}, {podSelector: {matchLabels: {${key}: ${value}}}}]
  - from: [{ipBlock: {cidr: 0.0.0.0/1}}]
  - from: [{ipBlock: {cidr: 128.0.0.0/1}}]
    ports: [{port: 80}]
  egress:
  - to: [{namespaceSelector: {}}]
    ports: [{port: http}]
  - to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}}]
  - to: [{namespaceSelector: {matchLabels: {team: team-0}}}, {namespaceSelector: {matchLabels: {team: team-1}}}]
`,
      );
    const came = fc.oneof({ weight: 4, arbitrary: pod }, workload, namespace, node, asking, firewall);
    const step = fc.record({ came: fc.option(came), goes: fc.nat(), view: views });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const session = new Session();
        const filesOf = (documents: readonly string[]) => [file(documents.join('---\n'))];
        session.analyze(filesOf(given), 'spec');
        let now = given;
        for (const [leap, { came, goes, view }] of steps.entries()) {
          if (came !== null) now = [...now, came];
          if (came === null || goes % 4 === 0) now = now.filter((_, index) => index !== goes % now.length);
          const incremental = session.analyze(filesOf(now), 'spec', leap + 1, view);
          const fresh = new Session().analyze(filesOf(now), 'spec', 0, view);
          expect(told(incremental)).toEqual(told(fresh));
          expect(incremental.topology).toEqual(fresh.topology);
          expect(incremental.diagnostics).toEqual(fresh.diagnostics);
          expect(incremental.receipt).toEqual(fresh.receipt);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('folding', () => {
  const owned = (name: string, labels: string): string => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels: {pod-template-hash: abc12, ${labels}}
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-abc12, controller: true}]
`;

  it('puts pods into the Deployment behind their ReplicaSet, and leaves those with other labels alone', () => {
    const answer = analyze(
      owned('web-abc12-1', 'app: web') +
        owned('web-abc12-2', 'app: web') +
        owned('web-abc12-3', 'app: debug'),
    );
    const workloads = answer.topology.entities.filter((entity) => entity.kind === 'workload');
    expect(workloads.map(({ workloadKind, name, replicas }) => [workloadKind, name, replicas])).toEqual([
      ['Deployment', 'web', 2],
      ['Pod', 'web-abc12-3', 1],
    ]);
    expect(answer.receipt.foldedPods).toBe(2);
  });

  it('survives owners that own each other', () => {
    const replicaSet = (name: string, owner: string): string => `---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: ${name}, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: ${owner}}]}
spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: []}}}
`;
    expect(analyze(replicaSet('x', 'y') + replicaSet('y', 'x')).complete).toBe(true);
  });
});
