import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { newTally } from './droppedCounts';
import { projectText } from './project';
import { whitelistRoot } from './whitelist';

const secret = 's3cr3t';

/** However it is written, the same is left of a value; also of one that is cut once more. */
function left(value: unknown): unknown {
  const kept = whitelistRoot(value, newTally());
  const block = stringify(value);
  const styles = [
    block,
    block.replaceAll('\n', '\r\n'),
    JSON.stringify(value),
    JSON.stringify(value, null, 2),
    `--- # flow\n${stringify(value, { collectionStyle: 'flow' })}`,
    block.replace(/^[\w-]+:(?= |$)/m, (key) => `${key} &a`),
  ];
  for (const text of styles) {
    const { text: once } = projectText(text);
    expect(parse(once)).toEqual(kept);
    expect(projectText(once).text).toBe(once);
    expect(once).not.toContain(secret);
  }
  return kept;
}

describe('a document without a kind that is no manifest', () => {
  it.each<[string, unknown, unknown]>([
    [
      'values of a chart',
      {
        replicas: 2,
        image: { repository: 'web', pullPassword: secret },
        database: { user: secret },
        key: secret,
        podSelector: { app: 'web' },
      },
      { replicas: 2, image: { repository: 'web' }, database: {}, key: '', podSelector: { app: 'web' } },
    ],
    [
      'docker-compose',
      { services: { db: { environment: [`A=${secret}`] } }, version: secret },
      { services: {}, version: '' },
    ],
    [
      'kustomization',
      {
        resources: ['a.yaml'],
        configMapGenerator: [{ literals: [secret] }],
        secretGenerator: [{ name: secret }],
      },
      { resources: ['a.yaml'], configMapGenerator: [] },
    ],
    ['settings', { db: { dsn: secret }, list: [{ a: secret }] }, { db: {}, list: [] }],
    ['several', [{ a: { b: secret } }, { from: [], note: 'x' }], [{ a: {} }, { from: [], note: 'x' }]],
  ])('keeps its keys and what manifests have, too: %s', (_, value, expected) => {
    expect(left(value)).toEqual(expected);
  });

  it('keeps nothing of the comments in it', () => {
    const text = `auth:\n  # it was ${secret}\n  a: b\n# now: ${secret}\nb: c\n`;
    expect(projectText(text).text).toBe('auth: {}\nb: ""\n');
  });
});

describe('a piece of a manifest', () => {
  it.each<[unknown, unknown]>([
    [{ user: 'a', password: secret, apiKey: secret, client_secret: secret }, { user: 'a' }],
    [{ a: `postgres://user:${secret}@db:5432/shop` }, { a: '' }],
    [{ a: `Server=db;Password=${secret};` }, { a: '' }],
    [{ a: `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n` }, { a: '' }],
    [{ a: `{"token": "${secret}"}` }, { a: '' }],
    [
      { ports: [`--token=${secret}`, 'http://user@host', 'a:token:b'] },
      { ports: ['', 'http://user@host', 'a:token:b'] },
    ],
    [[{ name: 'A', value: secret }], [{ name: 'A' }]],
    [{ spec: { credentials: { a: secret }, tokens: [secret] } }, { spec: {} }],
    [{ metadata: { name: 'a' }, data: { a: secret } }, { metadata: { name: 'a' } }],
  ])('loses what is secret: %j', (value, expected) => {
    expect(left(value)).toEqual(expected);
  });

  it.each([
    'knd: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: a}\nspec:\n  podSelector: {matchLabels: {token: a b}}\n  ingres: [{form: []}]\n  foo: {a: [b]}\n',
    'apiVersion: cilium.io/v2\nspec:\n  endpointSelector: {}\n  ingress: [{fromEndpoints: [{matchLabels: {a: b}}]}]\n',
    '- form:\n    - podSelector: {}\n  prots: []\n',
    '- fromEndpoints:\n    - matchLabels: {password: a}\n',
    'matchLables:\n  app: web\n',
    'name: web\nimage: shop/secrets:1\nresources: {limits: {cpu: 1}}\n',
    'passthrough: a\ntopologyKey: b\n',
    '# the token service\nfrom: []\n',
  ])('stays as it is, also where it is mistyped: %j', (text) => {
    expect(projectText(text).text).toBe(text);
  });

  it('does not hide behind an object inside', () => {
    const text = `auth: {password: ${secret}}\nextra:\n- kind: NetworkPolicy\n  spec: {}\n`;
    expect(projectText(text).text).not.toContain(secret);
  });
});

describe('a text without a single key', () => {
  it.each([
    `DB_PASSWORD=${secret}\nPLAIN=a\n`,
    `- API_TOKEN=${secret}\n- web\n`,
    `# DB_PASSWORD=${secret}\n`,
    `postgres://app:${secret}@db/app\n`,
    `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
  ])('loses what is secret: %j', (text) => {
    const { text: once } = projectText(text);
    expect(once).not.toContain(secret);
    expect(projectText(once).text).toBe(once);
  });

  it('stays as it is where nothing is', () => {
    for (const text of ['hello\n', '- web\n', 'A=1\n']) expect(projectText(text).text).toBe(text);
  });
});

describe('a text without a kind that does not parse', () => {
  it.each([
    `auth:\n  password: ${secret}\n`,
    `auth:\n  tokens:\n  - a\n  - ${secret}\n`,
    `auth: {user: a, password: ${secret}, b: c}\n`,
    `{"auth": {"user": "a", "clientSecret": "${secret}"}}\n`,
    `- url: amqp://user:${secret}@host\n`,
    `environment:\n- DB_PASSWORD=${secret}\n`,
    `tls: |\n-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
  ])('loses what is secret: %j', (text) => {
    const { text: once } = projectText(`${text}a: [\n`);
    expect(once).not.toContain(secret);
    expect(() => parse(once) as unknown).toThrow();
    expect(projectText(once).text).toBe(once);
  });

  it('keeps labels and what is no secret', () => {
    const text =
      'knd: NetworkPolicy\nspec:\n  podSelector:\n    matchLabels:\n      token: a\n  from: [{podSelector: {matchLabels: {secret: b}}}]\n  to: [\n';
    expect(projectText(text).text).toBe(text);
  });
});
