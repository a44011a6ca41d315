import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What all tabs of a browser share. */
const shared = new Map<string, string>();

const storage = (values: Map<string, string>) => ({
  getItem: (key: string) => values.get(key) ?? null,
  setItem: (key: string, value: string) => values.set(key, value),
});

/** A page of a tab; `session` goes from its page to the next one. */
async function page(session: Map<string, string>) {
  vi.resetModules();
  const tabs = await import('./persistenceTabs');
  const within = <T>(ask: () => T): T => {
    vi.stubGlobal('localStorage', storage(shared));
    vi.stubGlobal('sessionStorage', storage(session));
    return ask();
  };
  return {
    opens: within(() => tabs.claimTab()),
    stores: (size = 10) => within(() => tabs.markStored(size)),
    leaves: () => {
      within(tabs.leaveTab);
    },
    comesBack: () => within(() => tabs.claimTab(true)),
    name: tabs.ownTab,
    others: () => within(tabs.otherTabs),
  };
}

beforeEach(() => {
  shared.clear();
});

describe('tabs of one browser', () => {
  it('go on with their own workspace after a reload, whatever another stored', async () => {
    const session = new Map<string, string>();
    const a = await page(session);
    a.stores();
    const b = await page(new Map());
    expect(b.opens).toBe(a.name());
    expect(b.name()).not.toBe(a.name());
    b.stores();
    b.leaves();
    a.leaves();
    const again = await page(session);
    expect([again.opens, again.name()]).toEqual([a.name(), a.name()]);
    expect(again.others()).toEqual([b.name()]);
  });

  it('take up, one after the other, the same workspace', async () => {
    for (let visit = 0; visit < 3; visit++) {
      const tab = await page(new Map());
      expect([tab.opens, tab.name(), tab.others()]).toEqual(['workspace', 'workspace', []]);
      tab.stores();
      tab.leaves();
    }
  });

  it('stay apart before anything is stored, and where one is the copy of another', async () => {
    const session = new Map<string, string>();
    const a = await page(session);
    const b = await page(new Map());
    const copy = await page(new Map(session));
    expect(copy.opens).toBe(a.opens);
    expect(new Set([a, b, copy].map(({ name }) => name())).size).toBe(3);
  });

  it('take another name when they come back after another tab took up theirs', async () => {
    const a = await page(new Map());
    a.stores();
    a.leaves();
    const b = await page(new Map());
    expect(b.name()).toBe('workspace');
    a.comesBack();
    expect(a.name()).not.toBe(b.name());
  });

  it('keep only so much', async () => {
    for (let count = 0; count < 8; count++) expect((await page(new Map())).stores()).toEqual([]);
    const last = await page(new Map());
    expect(last.stores()).toEqual(['workspace']);
    expect(last.stores(50_000_000)).toHaveLength(7);
    expect(last.others()).toEqual([]);
  });

  it('are one where the browser keeps nothing', async () => {
    vi.resetModules();
    vi.unstubAllGlobals();
    const tabs = await import('./persistenceTabs');
    expect([tabs.claimTab(), tabs.ownTab(), tabs.markStored(1)]).toEqual(['workspace', 'workspace', []]);
  });
});
