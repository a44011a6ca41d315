import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exampleParameter,
  lessonParameter,
  lessonTextParameter,
  readLink,
  readWorkspaceFile,
  withoutLink,
  workspaceParameter,
  writeWorkspaceFile,
  type SharedWorkspace,
} from '.';
import { linksForEver } from './links.test-data';
import { pack, unpack } from './packed';

const small: SharedWorkspace = {
  files: [
    { name: 'policies.yaml', text: '# why: größer 🔒\nkind: NetworkPolicy\n' },
    { name: 'cluster.yaml', text: 'kind: Pod\n' },
  ],
  active: 1,
  cni: 'cilium',
  example: 'three-tier-shop',
};

const workspaces: fc.Arbitrary<SharedWorkspace> = fc.record({
  files: fc.array(
    fc.record({ name: fc.stringMatching(/^[ -~]{0,40}$/), text: fc.string({ unit: 'grapheme' }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  active: fc.constant(0),
  cni: fc.constantFrom('spec' as const, 'cilium' as const, 'none' as const),
  example: fc.option(fc.stringMatching(/^[a-z-]{1,20}$/)),
});

describe('a link', () => {
  it('brings back the workspace letter by letter', async () => {
    expect(await readLink(await workspaceParameter(small))).toEqual({ kind: 'workspace', workspace: small });
    await fc.assert(
      fc.asyncProperty(workspaces, async (workspace) => {
        expect(await readLink(await workspaceParameter(workspace))).toEqual({ kind: 'workspace', workspace });
      }),
      { numRuns: 50 },
    );
  });

  it('opens among the parameters of a view, and leaves these when it is taken out', async () => {
    const fragment = `view=1&${await workspaceParameter(small)}&level=pods`;
    expect(await readLink(fragment)).toMatchObject({ kind: 'workspace' });
    expect(withoutLink(fragment)).toBe('view=1&level=pods');
    expect(await readLink('view=1&level=pods')).toBeNull();
    expect(await readLink('')).toBeNull();
  });

  it('names an example or a lesson', async () => {
    expect(await readLink(exampleParameter('microshop'))).toEqual({ kind: 'example', id: 'microshop' });
    expect(await readLink(lessonParameter('02-one'))).toEqual({ kind: 'lesson', id: '02-one' });
    expect(await readLink(await lessonTextParameter('# Mine'))).toEqual({
      kind: 'lesson text',
      text: '# Mine',
    });
    for (const id of ['', '%', '<b>', 'a%00b', 'x'.repeat(300)])
      expect(await readLink(`lesson=${id}`)).toMatchObject({ kind: 'damaged' });
  });

  it('that lost or exchanged a letter is damaged, or the same', async () => {
    const whole = await workspaceParameter(small);
    const same = { kind: 'workspace', workspace: small };
    for (let at = 2; at < whole.length; at++) {
      const cut = await readLink(whole.slice(0, at));
      expect(cut).toMatchObject({ kind: 'damaged' });
      const letter = whole[at] === 'A' ? 'B' : 'A';
      const other = await readLink(`${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`);
      if (other?.kind !== 'damaged') expect(other).toEqual(same);
    }
  });

  it('of anything at all is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.constantFrom('w=1.', 'w=', 't=1.', 'example=', ''),
        async (rest, head) => {
          const link = await readLink(head + rest);
          expect(link?.kind).not.toBe('workspace');
        },
      ),
    );
    for (const value of [
      '1',
      'null',
      '[]',
      '{}',
      '{"f":[]}',
      '{"f":[1]}',
      '{"f":[["a"]]}',
      '{"f":[["a",1]]}',
    ])
      expect(await readLink(`w=1.${await pack(value)}`)).toMatchObject({ kind: 'damaged' });
  });

  it('of a later version says so', async () => {
    const later = await readLink(`w=2.${await pack('{}')}`);
    const cut = await readLink('w=1.x');
    expect(later?.kind).toBe('damaged');
    expect(cut?.kind).toBe('damaged');
    expect(later).not.toEqual(cut);
  });

  it('does not unpack to more than the memory should hold', async () => {
    const bomb = await pack(' '.repeat(6_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await unpack(bomb)).toBeNull();
    expect(await unpack(bomb, 7_000_000)).toHaveLength(6_000_000);
  });
});

describe('links that were given away', () => {
  it.each(linksForEver)('open for ever: $made', async ({ fragment, opens }) => {
    expect(await readLink(fragment)).toEqual(opens);
  });
});

describe('a workspace file', () => {
  it('brings back workspace and view', () => {
    const file = { workspace: small, view: 'view=1&level=pods' };
    expect(readWorkspaceFile(writeWorkspaceFile(file))).toEqual(file);
    const plain = { workspace: { ...small, cni: 'spec', active: 0 } as const, view: '' };
    expect(readWorkspaceFile(writeWorkspaceFile(plain))).toEqual(plain);
  });

  it('of anything else is none', () => {
    for (const text of ['', '{', '[]', '{"f":[["a","b"]]}', '{"netpolPlayground":2,"f":[["a","b"]]}'])
      expect(readWorkspaceFile(text)).toBeNull();
  });
});
