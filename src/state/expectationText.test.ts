import { beforeEach, describe, expect, it } from 'vitest';
import { Session, type ExpectationDraft } from '../engine';
import { documentStore } from './documentStore';
import {
  addExpectation,
  documentOf,
  expectationsText,
  removeExpectation,
  withExpectation,
  withoutExpectation,
} from './expectationText';

const draft: ExpectationDraft = { want: 'allow', from: 'shop/web', to: 'shop/api', ports: ['8080'] };
const other: ExpectationDraft = { want: 'block', from: 'pods with tier in (a,b)', to: '::1', ports: [] };
const cluster = ['web', 'api']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {tier: a}}\n`,
  )
  .join('');

function check(text: string) {
  const session = new Session();
  const files = [
    { id: 'c', name: 'c.yaml', text: cluster },
    { id: 'e', name: 'e.yaml', text },
  ];
  const { diagnostics } = session.analyze(files, 'spec');
  return { diagnostics, results: session.check() };
}

describe('an expectation that is written', () => {
  it.each([
    ['nothing', ''],
    ['a list', documentOf(draft)],
    ['a list without a line end', documentOf(draft).trimEnd()],
    ['a list that is not indented', documentOf(draft).replace('  - ', '- ')],
    ['an empty list', documentOf(draft).replace(/ {2}- .*\n/, '')],
    ['a list in one line', documentOf(draft).replace(/:\n {2}- (.*)\n/, ': [{ $1 }]\n')],
    ['a list and a comment', `${documentOf(draft)}# the end\n`],
    ['Windows lines', documentOf(draft).replaceAll('\n', '\r\n')],
    ['something behind the list', `${documentOf(draft)}metadata: { name: x }\n`],
    ['another object', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n'],
  ])('after %s is one more that is read', (_, text) => {
    const before = check(text);
    const after = check(withExpectation(text, other));
    expect(after.diagnostics).toEqual([]);
    expect(after.results).toHaveLength(before.results.length + 1);
    expect(after.results.at(-1)?.status).toBe('failed');
  });

  it('leaves the text before it as it was', () => {
    const text = `# ours\n${documentOf(draft)}  # the end\n`;
    expect(withExpectation(text, other).startsWith(text)).toBe(true);
  });

  it('keeps its ports', () => {
    const several = documentOf({ ...draft, ports: ['80', 'UDP/53', '8000-8080', 'TCP'] });
    expect(check(several).results.map(({ status }) => status)).toEqual(['passed']);
  });
});

describe('an expectation that is taken out', () => {
  const places = (text: string) => check(text).results.map(({ place }) => place);

  it.each([0, 1])('leaves the others and all comments of their own lines', (index) => {
    const text = withExpectation(`# ours\n${documentOf(draft)}  # more\n`, other);
    const place = places(text)[index];
    const left = withoutExpectation(text, place?.start ?? 0, place?.end ?? 0) ?? '';
    expect(check(left).results).toHaveLength(1);
    expect(left).toContain('# ours');
    expect(left).toContain('# more');
  });

  it('may have several lines', () => {
    const text = `${documentOf(draft)}  - name: two\n    block:\n      from: shop/web\n      to: shop/api\n`;
    const place = places(text)[1];
    expect(withoutExpectation(text, place?.start ?? 0, place?.end ?? 0)).toBe(documentOf(draft));
  });

  it('needs lines of its own', () => {
    const text = documentOf(draft).replace(/:\n {2}- (.*)\n/, ': [{ $1 }]\n');
    const place = places(text)[0];
    expect(withoutExpectation(text, place?.start ?? 0, place?.end ?? 0)).toBeNull();
  });
});

describe('the workspace', () => {
  beforeEach(() => {
    documentStore.getState().openWorkspace({ example: null, files: [{ name: 'c.yaml', text: cluster }] });
  });
  const files = () => documentStore.getState().files;

  it('gets a file for expectations once, and the text that is shown stays', () => {
    const { activeFile } = documentStore.getState();
    addExpectation(draft);
    addExpectation(other);
    expect(files().map(({ name }) => name)).toEqual(['c.yaml', 'expectations.yaml']);
    expect(documentStore.getState().activeFile).toBe(activeFile);
    const file = files()[1];
    expect(check(file?.text ?? '').results).toHaveLength(2);

    const [place] = check(file?.text ?? '').results.map((result) => result.place);
    expect(removeExpectation({ file: file?.id ?? '', start: place?.start ?? 0, end: place?.end ?? 0 })).toBe(
      true,
    );
    expect(check(files()[1]?.text ?? '').results.map(({ want }) => want)).toEqual(['block']);
  });

  it('gives all its expectations as one text', () => {
    addExpectation(draft);
    documentStore.getState().addFile('more.yaml', `${cluster}---\n# why\n${documentOf(other)}`);
    const text = expectationsText(files());
    expect(check(text).results).toHaveLength(2);
    expect(text).toContain('# why');
    expect(text).not.toContain('kind: Pod');
  });
});
