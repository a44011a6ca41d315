import { describe, expect, it } from 'vitest';
import { Session } from '../session';
import type { Attempt, AttemptResult, Misread } from './attempt';

const workload = (name: string, ports = 'name: http, containerPort: 8080', namespace = 'shop'): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: c, ports: [{${ports}}]}]}
`;
const service = (name: string, spec: string): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`;
const policy = (name: string, spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`;

const shop =
  workload('web') +
  workload('api') +
  service('api', '{selector: {app: api}, ports: [{port: 80, targetPort: http}]}') +
  service('empty', '{selector: {app: nobody}, ports: [{port: 80}]}') +
  service('pods', '{clusterIP: None, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}') +
  service('partner', '{type: ExternalName, externalName: partner.example.org}') +
  service('manual', '{ports: [{port: 80}]}');
const closedEgress = policy('no-egress', '{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}');
const dns =
  '{to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}], ports: [{port: 53, protocol: UDP}]}';

function played(
  text: string,
  to: string,
  port: number,
  more: Partial<Attempt> = {},
): AttemptResult | Misread | null {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  return session.attempt({ from: 'shop/web', to, protocol: 'TCP', port, ...more });
}
function attempt(text: string, to: string, port: number, more: Partial<Attempt> = {}): AttemptResult {
  const result = played(text, to, port, more);
  if (!result || 'field' in result) throw new Error(result?.sentence ?? 'no answer');
  return result;
}
function misread(text: string, to: string, more: Partial<Attempt> = {}): Misread {
  const result = played(text, to, 80, more);
  if (!result || !('field' in result)) throw new Error('it is a connection');
  return result;
}
const stages = ({ steps }: AttemptResult): readonly string[] =>
  steps.map(({ stage, outcome }) => `${stage} ${outcome}`);

describe('a connection to a Service', () => {
  it('goes through lookup, Service, endpoints, policies and port', () => {
    const result = attempt(shop, 'api', 80);
    expect(result.fate).toBe('connected');
    expect(stages(result)).toEqual(['dns pass', 'service pass', 'policy pass', 'port pass']);
    expect(result.command).toBe('kubectl exec -n shop deployment/web -- curl -sv -m 5 telnet://api:80');
  });

  it('fails at the lookup when egress is closed and DNS is not opened', () => {
    const result = attempt(shop + closedEgress, 'api', 80);
    expect(result.fate).toBe('unresolved');
    expect(stages(result)).toEqual(['dns stop']);
    expect(result.symptom).toContain('Resolving timed out');
  });

  it('times out at the policy when only DNS is opened', () => {
    const open = policy(
      'dns-only',
      `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${dns}]}`,
    );
    const result = attempt(shop + open, 'api', 80);
    expect(result.fate).toBe('timed-out');
    expect(stages(result)).toEqual(['dns pass', 'service pass', 'policy stop']);
    expect(result.steps[2]?.pair).toEqual({
      source: 'Deployment/shop/web',
      destination: 'Deployment/shop/api',
    });
  });

  it('asks policies about the target port, not the Service port', () => {
    const allow = (port: number): string =>
      policy(
        'api',
        `{podSelector: {matchLabels: {app: api}}, ingress: [{ports: [{port: ${String(port)}}]}]}`,
      );
    expect(attempt(shop + allow(8080), 'api', 80).fate).toBe('connected');
    expect(attempt(shop + allow(80), 'api', 80).fate).toBe('timed-out');
  });

  it('needs a port the Service has, and says which of them leads to the one of the pods that was asked for', () => {
    const result = attempt(shop, 'api', 8080);
    expect(result.fate).toBe('timed-out');
    expect(stages(result)).toEqual(['dns pass', 'service note', 'service stop']);
    expect(result.steps[1]?.sentence).toContain('from port 80 to port 8080 of its pods');
    expect(stages(attempt(shop, 'api', 8081))).toEqual(['dns pass', 'service stop']);
  });

  it('is refused without endpoints, unknown where they are made by hand', () => {
    expect(attempt(shop, 'empty', 80).fate).toBe('refused');
    expect(attempt(shop, 'manual', 80).fate).toBe('unknown');
  });

  it('that is headless uses the port as it is', () => {
    expect(attempt(shop, 'pods', 8080).fate).toBe('connected');
    expect(attempt(shop, 'pods', 80).fate).toBe('refused');
  });

  it('that is headless and has no endpoints has no address either', () => {
    const none = service('none', '{clusterIP: None, selector: {app: nobody}, ports: [{port: 80}]}');
    const result = attempt(shop + none, 'none', 80);
    expect([result.fate, ...stages(result)]).toEqual([
      'unknown-host',
      'dns pass',
      'endpoint stop',
      'service stop',
    ]);
    expect(result.symptom).toBe('curl: (6) Could not resolve host: none');
  });

  it('by its address needs no lookup', () => {
    const fixed = service(
      'fixed',
      '{clusterIP: 10.96.0.7, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}',
    );
    expect(stages(attempt(shop + fixed, '10.96.0.7', 80))).toEqual([
      'service pass',
      'policy pass',
      'port pass',
    ]);
  });

  it('with endpoints that fare differently works sometimes', () => {
    const both = service('both', '{selector: {tier: back}, ports: [{port: 80, targetPort: 8080}]}');
    const pod = (name: string): string =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {tier: back, one: ${name}}}\nspec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}\n`;
    const closed = policy('closed', '{podSelector: {matchLabels: {one: second}}, policyTypes: [Ingress]}');
    expect(attempt(shop + both + pod('first') + pod('second') + closed, 'both', 80).fate).toBe('flaky');
  });

  const back = (name: string, ports: string, more = ''): string =>
    `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {tier: back, one: ${name}}}\nspec: {containers: [{name: c, ports: [${ports}]}]}\n${more}`;
  const named = service('named', '{selector: {tier: back}, ports: [{port: 80, targetPort: http}]}');
  const http = '{name: http, containerPort: 8080}';

  it('leaves out pods without the named port, which are no endpoints', () => {
    const result = attempt(
      shop + named + back('first', http) + back('second', '{containerPort: 9}'),
      'named',
      80,
    );
    expect(result.fate).toBe('connected');
    expect(stages(result)).toEqual(['dns pass', 'service pass', 'endpoint note', 'policy pass', 'port pass']);
    expect(result.steps[2]?.sentence).toContain('second');
  });

  it('is refused when no pod has the named port', () => {
    const others = ['first', 'second'].map((name) => back(name, '{containerPort: 9}')).join('');
    const result = attempt(shop + named + others, 'named', 80);
    expect(result.fate).toBe('refused');
    expect(stages(result)).toEqual(['dns pass', 'endpoint stop']);
  });

  const going = (name: string): string =>
    back(name, http).replace('{name:', '{deletionTimestamp: "2026-01-01T00:00:00Z", name:');
  const unready = service(
    'unready',
    '{publishNotReadyAddresses: true, selector: {tier: back}, ports: [{port: 80, targetPort: http}]}',
  );

  it('leaves out workloads without replicas', () => {
    const none = shop.replace(
      'name: api, namespace: shop}\nspec:',
      'name: api, namespace: shop}\nspec:\n  replicas: 0',
    );
    const result = attempt(none, 'api', 80);
    expect(result.fate).toBe('refused');
    expect(stages(result)).toEqual(['dns pass', 'endpoint stop']);
  });

  it('leaves out pods that are being deleted', () => {
    const closed = policy('closed', '{podSelector: {matchLabels: {one: second}}, policyTypes: [Ingress]}');
    const text = shop + named + unready + closed + back('first', http) + going('second');
    const result = attempt(text, 'named', 80);
    expect(result.fate).toBe('connected');
    expect(stages(result)).toContain('endpoint note');
    expect(attempt(text, 'unready', 80).fate).toBe('flaky');
  });

  it('leaves out pods that are Pending', () => {
    const coming = (name: string, address = ''): string =>
      `${back(name, http)}status: {phase: Pending${address === '' ? '' : `, podIP: ${address}`}}\n`;
    const closed = policy('closed', '{podSelector: {matchLabels: {one: second}}, policyTypes: [Ingress]}');
    const text = shop + named + unready + closed + back('first', http);
    expect(attempt(text + coming('second'), 'named', 80).fate).toBe('connected');
    expect(stages(attempt(text + coming('second'), 'named', 80))).toContain('endpoint note');
    expect(attempt(text + coming('second'), 'unready', 80).fate).toBe('connected');
    expect(attempt(text + coming('second', '10.0.0.7'), 'unready', 80).fate).toBe('flaky');
    expect(attempt(shop + named + coming('only'), 'named', 80).fate).toBe('refused');
  });

  it('leaves out pods that are not ready', () => {
    const condition = (name: string, status: string): string =>
      `${back(name, http)}status: {phase: Running, conditions: [{type: Ready, status: "${status}"}, {type: Initialized, status: "False"}]}\n`;
    const one = shop + named + unready + condition('first', 'True');
    expect(stages(attempt(one, 'named', 80))).not.toContain('endpoint note');
    for (const status of ['False', 'Unknown']) {
      const text = one + condition('second', status);
      expect(attempt(text, 'named', 80).fate).toBe('connected');
      expect(stages(attempt(text, 'named', 80))).toContain('endpoint note');
      expect(stages(attempt(text, 'unready', 80))).not.toContain('endpoint note');
      expect(attempt(shop + named + condition('only', status), 'named', 80).fate).toBe('refused');
    }
  });

  it('with nothing but pods that are being deleted cannot be said', () => {
    const result = attempt(shop + named + going('first'), 'named', 80);
    expect(result.fate).toBe('unknown');
    expect(stages(result)).toEqual(['dns pass', 'endpoint note', 'endpoint doubt']);
    const headless = named.replace('spec: {', 'spec: {clusterIP: None, ');
    expect(attempt(shop + headless + going('first'), 'named', 8080).fate).toBe('unknown-host');
  });

  describe('that leads a pod back to itself', () => {
    const own = service('web', '{selector: {app: web}, ports: [{port: 80, targetPort: http}]}');
    const closed = policy('closed', '{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}');
    const like = policy(
      'like',
      '{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}',
    );

    it('is left open where policies would not let in another like it', () => {
      const result = attempt(shop + own + closed, 'web', 80);
      expect(result.fate).toBe('unknown');
      expect(stages(result).at(-1)).toBe('policy doubt');
    });

    it('connects where no policy would stop it', () => {
      for (const text of [shop + own, shop + own + like]) {
        expect(attempt(text, 'web', 80).fate).toBe('connected');
        expect(stages(attempt(text, 'web', 80))).toContain('policy pass');
      }
    });

    it('is no matter of policies under Cilium, nor under the own address', () => {
      const session = new Session();
      session.analyze([{ id: 'a', name: 'a.yaml', text: shop + own + closed }], 'cilium');
      const ask = { from: 'shop/web', to: 'web', protocol: 'TCP', port: 80 } as const;
      expect(session.attempt(ask)).toMatchObject({ fate: 'connected' });
      expect(attempt(shop + own + closed, 'shop/web', 8080).fate).toBe('connected');
    });

    it('is a note where it may as well lead to another replica', () => {
      const two = shop.replace(
        'name: web, namespace: shop}\nspec:',
        'name: web, namespace: shop}\nspec:\n  replicas: 2',
      );
      const result = attempt(two + own + closed, 'web', 80);
      expect(result.fate).toBe('timed-out');
      expect(stages(result).at(-1)).toBe('policy note');
      expect(stages(attempt(two + own + like, 'web', 80))).not.toContain('policy note');
    });
  });

  it('that is only another name of a Service in the cluster leads there', () => {
    const alias = (name: string, of: string): string =>
      service(name, `{type: ExternalName, externalName: ${of}.shop.svc.cluster.local}`);
    const closed = policy('closed', '{podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress]}');
    const text = shop + alias('one', 'two') + alias('two', 'api') + alias('none', 'nobody');
    const result = attempt(text, 'one', 80);
    expect(result.fate).toBe('connected');
    expect(stages(result)).toEqual([
      'dns pass',
      'service note',
      'service note',
      'service pass',
      'policy pass',
      'port pass',
    ]);
    expect(attempt(text + closed, 'one', 80).fate).toBe('timed-out');
    expect(attempt(text, 'none', 80).fate).toBe('unknown-host');
    expect(attempt(shop + alias('a', 'b') + alias('b', 'a'), 'a', 80).fate).toBe('unknown-host');
  });

  it('that is only another name leads outside', () => {
    expect(stages(attempt(shop, 'partner', 443))).toEqual(['dns pass', 'service note', 'policy pass']);
  });
});

describe('a connection to anything else', () => {
  it('knows names of the cluster from names of the world', () => {
    expect(attempt(shop, 'nobody', 80).fate).toBe('unknown-host');
    expect(attempt(shop, 'api.shop.svc.cluster.local', 80).fate).toBe('connected');
    expect(attempt(shop, 'nobody.shop', 80).fate).toBe('unknown-host');
    expect(attempt(shop, 'example.org', 443).fate).toBe('connected');
  });

  it('goes to pods without lookup or Service, and says what most likely does not listen', () => {
    expect(stages(attempt(shop, 'shop/api', 8080))).toEqual(['policy pass', 'port pass']);
    expect(attempt(shop, 'shop/api', 9999).fate).toBe('refused');
  });

  it('to the outside cannot be said where it depends on the address', () => {
    const some = policy(
      'some',
      `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${dns}, {to: [{ipBlock: {cidr: 198.51.100.0/24}}]}]}`,
    );
    expect(attempt(shop + some, 'example.org', 443).fate).toBe('unknown');
    expect(attempt(shop + some, '198.51.100.7', 443).fate).toBe('connected');
    expect(attempt(shop + some, '203.0.113.7', 443).fate).toBe('timed-out');
  });

  it('from outside goes to pods, and to Services only as the platform has it', () => {
    expect(attempt(shop, 'shop/api', 8080, { from: '203.0.113.9' }).fate).toBe('connected');
    expect(attempt(shop, 'service:shop/api', 80, { from: '203.0.113.9' }).fate).toBe('unknown');
  });

  it('cannot say whether names are looked up where a policy that is refused or of another kind has a say', () => {
    const refused = policy(
      'refused',
      '{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{}, {to: [{}]}]}',
    );
    const other =
      '---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: other, namespace: shop}\nspec: {}\n';
    const open = policy(
      'open',
      `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${dns}]}`,
    );
    expect(stages(attempt(shop + refused, 'api', 80))).toEqual(['dns doubt']);
    expect(stages(attempt(shop + refused + closedEgress, 'api', 80))).toEqual(['dns doubt']);
    expect(stages(attempt(shop + other + closedEgress, 'api', 80))).toEqual(['dns doubt']);
    expect(stages(attempt(shop + other + open, 'api', 80))).toEqual(['dns doubt']);
    expect(stages(attempt(shop + refused + open, 'api', 80))[0]).toBe('dns pass');
  });

  it('cannot say whether DNS is selected by labels of a namespace that is refused', () => {
    const system =
      '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: kube-system, labels: {team: not a value}}\n';
    const to = (peers: string): string =>
      policy(
        'some',
        `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: ${peers}, ports: [{port: 53, protocol: UDP}]}]}`,
      );
    const byLabel = '{namespaceSelector: {matchLabels: {team: platform}}}';
    const byName = '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}';
    const first = (text: string): string | undefined => stages(attempt(shop + text, 'api', 80))[0];
    expect(first(system + to(`[${byLabel}]`))).toBe('dns doubt');
    expect(first(system + to(`[${byLabel}, {ipBlock: {cidr: 0.0.0.0/0}}]`))).toBe('dns pass');
    expect(first(system + to(`[${byName}]`))).toBe('dns pass');
    expect(first(to(`[${byLabel}]`))).toBe('dns stop');
  });

  it.each([
    ['{cidr: 0.0.0.0/0}', 'dns pass'],
    ['{cidr: 0.0.0.0/0, except: [169.254.169.254/32]}', 'dns pass'],
    ['{cidr: 10.0.0.0/8}', 'dns doubt'],
    ['{cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}', 'dns stop'],
    ['{cidr: 169.254.20.10/32}', 'dns doubt'],
  ])('takes DNS to be somewhere in the private address space, which %s holds or not', (block, outcome) => {
    const some = policy(
      'some',
      `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: ${block}}], ports: [{port: 53, protocol: UDP}]}]}`,
    );
    expect(stages(attempt(shop + some, 'api', 80))[0]).toBe(outcome);
  });

  it('takes rules together that hold a part of the private address space each', () => {
    const to = (cidr: string): string =>
      `{to: [{ipBlock: {cidr: ${cidr}}}], ports: [{port: 53, protocol: UDP}]}`;
    const some = (...rules: readonly string[]): string =>
      policy(
        'some',
        `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${rules.join(', ')}]}`,
      );
    const parts = [to('10.0.0.0/8'), to('172.16.0.0/12'), to('192.168.0.0/16')];
    expect(stages(attempt(shop + some(...parts), 'api', 80))[0]).toBe('dns pass');
    expect(stages(attempt(shop + some(...parts.slice(1)), 'api', 80))[0]).toBe('dns doubt');
  });

  it('asks the DNS server itself when it is among the manifests', () => {
    const server = workload(
      'coredns',
      'name: dns, containerPort: 53, protocol: UDP',
      'kube-system',
    ).replaceAll('app: coredns', 'k8s-app: kube-dns');
    const closed = `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: kube-system}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n`;
    expect(attempt(shop + server, 'api', 80).fate).toBe('connected');
    expect(attempt(shop + server + closed, 'api', 80).fate).toBe('unresolved');
  });
});

const pod = (name: string, more: string, namespace = 'shop'): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}\nstatus: {${more}}\n`;

describe('what is typed as the other end', () => {
  it.each([
    ['https://x.y/z', { to: 'x.y', protocol: 'TCP', port: 443 }],
    ['http://user:word@x.y:8080', { to: 'x.y', protocol: 'TCP', port: 8080 }],
    ['http://[2001:db8::1]/', { to: '2001:db8::1', protocol: 'TCP', port: 80 }],
    ['udp://x.y:53', { to: 'x.y', protocol: 'UDP', port: 53 }],
    ['what://x.y', { to: 'x.y', protocol: 'TCP' }],
    ['https://x.y:70000', { to: 'x.y', protocol: 'TCP' }],
    ['https:///z', null],
    ['api:8080', { to: 'api', port: 8080 }],
    ['shop/api:8080', { to: 'shop/api', port: 8080 }],
    ['[::2]:80', { to: '::2', port: 80 }],
    ['[::2]', { to: '::2' }],
    ['x.y/z', { to: 'x.y' }],
    ['10.0.0.300', null],
    ['1.2.3', null],
    ['10.0.0.0/24', null],
    ['2001:db8::g:', null],
    ['fe80::1%eth0', null],
    ['*.example.com', null],
    ['a..b', null],
    ['a b', null],
    ['shop/nobody', null],
  ])('%s is no host, and what may be meant is offered', (to, instead) => {
    const result = misread(shop, to);
    expect(result.field).toBe('to');
    expect(result.instead).toEqual(instead);
  });

  it.each([
    'example.org',
    'example.org.',
    'müller.example',
    '_dns.x.y',
    '2001:db8::1',
    'api',
    '80',
    'shop/api',
  ])('%s may be one', (to) => {
    expect(attempt(shop, to, 8080).fate).not.toBeNull();
  });

  it('that is the client itself is not asked of policies, but of its port', () => {
    for (const to of ['127.0.0.1', 'localhost', '::1', '127.8.8.8']) {
      expect(stages(attempt(shop + closedEgress, to, 8080))).toEqual(['policy pass', 'port pass']);
      expect(attempt(shop, to, 9).fate).toBe('refused');
      expect(attempt(shop, to, 80, { from: '203.0.113.9' }).fate).toBe('unknown');
    }
  });

  it('that is a host outside never has the address of a machine itself', () => {
    const only = (block: string): string =>
      policy('p', `{podSelector: {}, policyTypes: [Egress], egress: [${dns}, {to: [{ipBlock: ${block}}]}]}`);
    expect(attempt(shop + only('{cidr: 127.0.0.0/8}'), 'example.org', 80).fate).toBe('timed-out');
    expect(attempt(shop + only('{cidr: 127.0.0.0/9}'), 'example.org', 80).fate).toBe('timed-out');
  });

  it('that is the address of a pod is asked for its port too', () => {
    const text = shop + pod('one', 'podIP: 10.1.0.7');
    expect(stages(attempt(text, '10.1.0.7', 8080))).toEqual(['policy pass', 'port pass']);
    expect(attempt(text, '10.1.0.7', 9).fate).toBe('refused');
  });

  it('that is a host outside is told by its name, not by some address', () => {
    for (const [to, name] of [
      ['example.org', 'example.org'],
      ['partner', 'partner.example.org'],
      ['203.0.113.7', '203.0.113.7'],
    ] as const) {
      const sentence = attempt(shop, to, 443).steps.at(-1)?.sentence;
      expect(sentence).toContain(name);
      expect(sentence).not.toContain('0.0.0.0');
    }
  });

  it('that no Service is called is told with those that are called so elsewhere', () => {
    const elsewhere = service('db', '{ports: [{port: 1}]}').replace('shop', 'data');
    const { steps } = attempt(shop + elsewhere + workload('db'), 'db', 80);
    expect(steps.at(-1)?.sentence).toContain('db.data');
    expect(steps.at(-1)?.sentence).toContain('shop/db');
  });
});

describe('a name that DNS gives a pod', () => {
  const set = (more: string): string =>
    `---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: shop}\nspec: {${more}, selector: {matchLabels: {app: db}}, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c}]}}}\n`;
  const headless = service('dbh', '{clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}');
  const shut = policy('shut', '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}');
  const two = set('serviceName: dbh, replicas: 2');
  const replica = (name: string, status = 'phase: Running'): string =>
    pod(name, status).replace(
      'namespace: shop}',
      'namespace: shop, labels: {app: db}, ownerReferences: [{kind: StatefulSet, name: db, controller: true}]}',
    );
  const fateOf = (text: string, to: string, more?: Partial<Attempt>) =>
    attempt(shop + text, to, 8080, more).fate;
  const spellings = ['db-0.dbh', 'db-0.dbh.shop', 'DB-0.dbh.shop.svc', 'db-0.dbh.shop.svc.cluster.local.'];

  it.each(spellings)(
    '%s is a replica of the StatefulSet that names the Service, judged like any pod',
    (to) => {
      const stop = attempt(shop + two + headless + shut, to, 5432);
      expect(stages(stop)).toEqual(['dns pass', 'policy stop']);
      expect(stop.steps[1]?.pair?.destination).toBe('StatefulSet/shop/db');
      expect(stop.command).toContain(`telnet://${to}:5432`);
      expect(fateOf(two + headless, to)).toBe('connected');
      expect(fateOf(two + headless + replica('db-0') + replica('db-1') + shut, to)).toBe('timed-out');
      expect(fateOf(two + headless + closedEgress, to)).toBe('unresolved');
    },
  );

  it('counts replicas from the first ordinal, also where policies tell them apart', () => {
    const five = set('serviceName: dbh, replicas: 2, ordinals: {start: 5}') + headless;
    const apart = policy(
      'apart',
      '{podSelector: {matchLabels: {apps.kubernetes.io/pod-index: "6"}}, policyTypes: [Ingress]}',
    );
    const fates = ['db-4', 'db-5', 'db-6', 'db-7', 'db-05'].map((name) => fateOf(five, `${name}.dbh`));
    expect(fates).toEqual(['unknown-host', 'connected', 'connected', 'unknown-host', 'unknown-host']);
    expect(fateOf(five + apart, 'db-5.dbh')).toBe('connected');
    expect(fateOf(five + apart, 'db-6.dbh')).toBe('timed-out');
  });

  it('is nobody’s where there is no such pod, or the StatefulSet names another Service', () => {
    for (const to of ['db-7.dbh', 'db-7.dbh.shop.svc.cluster.local', 'db-0.none.shop.svc', 'x.y.pod']) {
      expect(fateOf(two + headless, to)).toBe('unknown-host');
    }
    expect(fateOf(set('serviceName: other') + headless, 'db-0.dbh')).toBe('unknown-host');
    expect(fateOf(set('serviceName: other') + headless + replica('db-0'), 'db-0.dbh')).toBe('unknown-host');
    expect(fateOf(two + headless + replica('db-1'), 'db-0.dbh')).toBe('unknown-host');
    const unready = 'phase: Running, conditions: [{type: Ready, status: "False"}]';
    const result = attempt(shop + two + headless + replica('db-0', unready), 'db-0.dbh', 8080);
    expect([result.fate, ...stages(result)]).toEqual([
      'unknown-host',
      'dns pass',
      'endpoint note',
      'service stop',
    ]);
  });

  it('cannot be said where pods may call themselves so, or have no names of that kind', () => {
    for (const to of ['x.pods', 'x.pods.shop.svc', 'x.api.shop.svc', '10-9-9-9.shop.pod.cluster.local']) {
      expect(fateOf('', to)).toBe('unknown');
    }
  });

  it('may be made of its address', () => {
    const text = pod('four', 'podIP: 10.0.0.1') + pod('six', 'podIP: "2001:db8::1"');
    for (const to of ['10-0-0-1.shop.pod', '10-0-0-1.shop.pod.cluster.local', '2001-db8--1.shop.pod']) {
      expect(fateOf(text, to)).toBe('connected');
      expect(attempt(shop + text, to, 9).fate).toBe('refused');
    }
  });

  it('may be what an ExternalName stands for', () => {
    const alias = (of: string): string =>
      two + headless + shut + service('alias', `{type: ExternalName, externalName: ${of}}`);
    expect(fateOf(alias('db-0.dbh.shop.svc.cluster.local'), 'alias')).toBe('timed-out');
    expect(fateOf(alias('10-9-9-9.shop.pod.cluster.local'), 'alias')).toBe('unknown');
    for (const of of ['db-7.dbh.shop.svc.cluster.local', 'api.shop.svc', 'what.cluster.local']) {
      expect(fateOf(alias(of), 'alias')).toBe('unknown-host');
    }
  });

  it('of the cluster is never one of the world outside', () => {
    for (const to of ['a.b.c.d.svc', 'a.svc', 'a.b.c.d.svc.cluster.local', 'what.cluster.local']) {
      expect(fateOf('', to)).toBe('unknown-host');
    }
    expect(fateOf('', 'www.example.org')).toBe('connected');
    expect(fateOf(two + headless, 'db-0.dbh.shop.svc', { from: '203.0.113.9' })).toBe('unknown');
  });
});

describe('the Service of the API server, which nobody gave', () => {
  const spellings = ['kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'];
  const egress = (rules: string): string =>
    shop + policy('p', `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${rules}]}`);

  it.each(spellings)('is somewhere where %s is as reachable as everything', (to) => {
    expect(stages(attempt(shop, to, 443))).toEqual(['dns pass', 'service note', 'policy pass']);
    expect(attempt(shop, to, 443).fate).toBe('connected');
    expect(attempt(egress(`${dns}, {to: [{namespaceSelector: {}}]}`), to, 443).fate).toBe('timed-out');
    for (const some of ['{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}', '{ports: [{port: 443}]}']) {
      const result = attempt(egress(`${dns}, ${some}`), to, 443);
      expect([result.fate, ...stages(result)]).toEqual([
        'unknown',
        'dns pass',
        'service note',
        'policy doubt',
      ]);
    }
    expect(stages(attempt(shop, to, 6443))).toEqual(['dns pass', 'service stop']);
    expect(attempt(shop, to, 443, { from: '203.0.113.9' }).fate).toBe('unknown');
  });

  it('may be on a node: what a pod exchanges with its own always passes', () => {
    const own = (status: string, spec: string): string =>
      pod('own', status)
        .replace('namespace: shop}', 'namespace: shop, labels: {app: web}}')
        .replace('spec: {', `spec: {${spec}`);
    const fateOf = (text: string) =>
      attempt(egress(dns) + text, 'kubernetes.default', 443, { from: 'shop/own' }).fate;
    expect(fateOf(own('', ''))).toBe('timed-out');
    expect(fateOf(own('hostIP: 192.168.0.1', 'nodeName: n1, '))).toBe('unknown');
  });

  it('may be what an ExternalName stands for, and is one like any other once it is given', () => {
    const alias = service(
      'api-server',
      '{type: ExternalName, externalName: kubernetes.default.svc.cluster.local}',
    );
    expect(attempt(shop + alias, 'api-server', 443).fate).toBe('connected');
    const given = service(
      'kubernetes',
      '{clusterIP: 10.96.0.1, ports: [{port: 443, targetPort: 6443}]}',
    ).replace('shop', 'default');
    expect(stages(attempt(shop + given, 'kubernetes.default', 443))).toEqual(['dns pass', 'endpoint doubt']);
    expect(attempt(shop, 'kubernetes', 443).fate).toBe('unknown-host');
  });
});

describe('what is typed as the client', () => {
  it.each(['web', 'Deployment/shop/web', 'shop/Deployment/web', ' shop/web ', 'service:shop/web'])(
    '%s is the one workload it can mean',
    (from) => {
      const result = attempt(shop, 'api', 80, { from });
      expect(result.fate).toBe('connected');
      expect(result.command).toContain('-n shop deployment/web');
    },
  );

  it('is the pod that has the address', () => {
    const result = attempt(shop + pod('one', 'podIP: 10.1.0.7'), 'api', 80, { from: '10.1.0.7' });
    expect(stages(result)[0]).toBe('dns pass');
    expect(result.command).toContain('-n shop one');
  });

  it('may be nobody now: what would hold is told, and nothing to try', () => {
    const text = shop + workload('idle').replace('spec:\n', 'spec:\n  replicas: 0\n');
    const result = attempt(text, 'api', 80, { from: 'shop/idle' });
    expect(result).toMatchObject({ fate: 'unknown', symptom: '', command: '' });
    expect(result.sentence).toContain('0 replicas. If it did: idle connects to api');
    expect(stages(result)).toEqual(stages(attempt(shop, 'api', 80)));
  });

  it('is not guessed where several are called so', () => {
    const result = misread(shop + workload('web', 'containerPort: 1', 'blog'), 'api', { from: 'web' });
    expect(result.field).toBe('from');
    expect(result.sentence).toContain('Deployment/blog/web');
    expect(result.sentence).toContain('Deployment/shop/web');
  });

  it('may have finished', () => {
    const done = (name: string, phase: string): string =>
      pod(name, `phase: ${phase}`).replace(
        'namespace: shop}',
        'namespace: shop, ownerReferences: [{kind: Job, name: migrate, controller: true}]}',
      );
    const text = shop + done('migrate-a', 'Succeeded') + done('migrate-b', 'Failed');
    const nobody = misread(text, 'api', { from: 'shop/nobody' }).sentence;
    for (const from of ['shop/migrate-a', 'migrate-b', 'shop/migrate']) {
      const { sentence } = misread(text, 'api', { from });
      expect(sentence.replace(from, 'shop/nobody')).not.toBe(nobody);
      expect(sentence).toContain('finished');
    }
  });

  it.each(['127.0.0.1', 'localhost', '10.0.0.300', '10.0.0.0/8', 'shop/nobody', 'nobody'])(
    'is not %s',
    (from) => {
      expect(misread(shop, 'api', { from }).field).toBe('from');
    },
  );
});
