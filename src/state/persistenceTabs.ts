/** A tab of this browser that stores a workspace of its own, so that none overwrites another's. */
interface StoringTab {
  readonly tab: string;
  /** Nobody has it open: the next tab goes on with it. */
  readonly left: boolean;
  /** Characters; 0: nothing is stored yet. */
  readonly size: number;
}

/** In localStorage the tabs, the one that stored last first; in sessionStorage, which a reload keeps, this one. */
const KEY = 'netpol-playground/tabs';
const FIRST = 'workspace';

/** So many workspaces are kept, and so many characters; the newest always. */
const MOST = 8;
const MOST_CHARACTERS = 40_000_000;

let mine = FIRST;
let isLeft = false;

/** The name under which this tab stores. */
export const ownTab = (): string => mine;

/** The tabs whose workspaces are stored beside this one's, the newest first. */
export const otherTabs = (): readonly string[] =>
  readTabs().flatMap(({ tab, size }) => (tab === mine || size === 0 ? [] : tab));

/**
 * The name under which lies what this tab opens: after a reload its own workspace, else the one stored last. It goes on
 * under that name unless another tab does, as when it is that one's copy. A page that comes `back` shows its files already.
 */
export function claimTab(back = false): string {
  const tabs = readTabs();
  const own = ownName();
  const found = tabs.find(({ tab }) => tab === own) ?? (back ? undefined : tabs[0]);
  const source = found?.tab ?? FIRST;
  isLeft = false;
  mine =
    found?.left === true || tabs.length === 0 ? source : `${FIRST}/${Math.random().toString(36).slice(2)}`;
  const before = tabs.find(({ tab }) => tab === mine);
  const now = { tab: mine, size: 0, ...before, left: false };
  writeTabs(before ? tabs.map((one) => (one === before ? now : one)) : [...tabs, now]);
  return source;
}

/** Another tab may go on with the workspace from now on. */
export function leaveTab(): void {
  isLeft = true;
  writeTabs(
    readTabs().flatMap((one) => (one.tab !== mine ? one : one.size === 0 ? [] : { ...one, left: true })),
  );
}

/** This tab stores so many characters now. Returns the tabs whose workspaces there is no more room for. */
export function markStored(size: number): readonly string[] {
  const others = readTabs().filter(({ tab }) => tab !== mine);
  let room = MOST_CHARACTERS - size;
  const kept = others.filter((one, index) => index < MOST - 1 && (room -= one.size) >= 0);
  writeTabs([{ tab: mine, left: isLeft, size: Math.max(1, size) }, ...kept]);
  return others.filter((one) => !kept.includes(one)).map(({ tab }) => tab);
}

function ownName(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Empty where the browser keeps nothing or something else lies there. */
function readTabs(): readonly StoringTab[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '');
    return Array.isArray(found) ? found.filter(isStoringTab) : [];
  } catch {
    return [];
  }
}

function writeTabs(tabs: readonly StoringTab[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(tabs));
    sessionStorage.setItem(KEY, mine);
  } catch {
    return;
  }
}

const isStoringTab = (value: unknown): value is StoringTab =>
  typeof value === 'object' &&
  value !== null &&
  'tab' in value &&
  typeof value.tab === 'string' &&
  'left' in value &&
  typeof value.left === 'boolean' &&
  'size' in value &&
  typeof value.size === 'number';
