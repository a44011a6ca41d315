import { plainView, type EntityId, type Level, type View } from '../engine';
import type { Filter } from './lensStore';
import type { Selection, ShownEdges } from './viewStore';

/** How somebody looks at it, as it stands in the fragment of the page's address: names of things, never their text. */
export interface ViewAddress {
  readonly form: 'graph' | 'matrix';
  readonly view: View;
  readonly selection: Selection;
  readonly shown: ShownEdges;
  readonly filter: Filter;
}

/** Looking at it as nobody has looked at it before. */
export const plainAddress: ViewAddress = {
  form: 'graph',
  view: plainView,
  selection: { kind: 'nothing' },
  shown: { allowed: true, blocked: true, open: true },
  filter: { text: '', mode: 'focus' },
};

/** Raised when a parameter changes its meaning; an address of another number is not read. */
const VERSION = '1';
const levels: readonly Level[] = ['namespaces', 'workloads', 'pods'];
const kinds: readonly (keyof ShownEdges)[] = ['allowed', 'blocked', 'open'];
const OWN: ReadonlySet<string> = new Set([
  'view',
  'form',
  'level',
  'alike',
  'unfold',
  'fold',
  'at',
  'from',
  'to',
  'without',
  'filter',
  'rest',
]);
/** An address is typed by anybody: beyond these it is not looked at. */
const LONGEST = 500;
const IDS_MOST = 200;

/** Reads a fragment, without its `#`; null: it says nothing of a view. Never throws. */
export function readViewAddress(fragment: string): ViewAddress | null {
  const given = new Map<string, string[]>();
  for (const { key, value } of piecesOf(fragment)) {
    if (!OWN.has(key) || value === null) continue;
    const list = given.get(key);
    if (list) list.push(value);
    else given.set(key, [value]);
  }
  const all = (key: string): readonly string[] => given.get(key)?.slice(0, IDS_MOST) ?? [];
  const one = (key: string): string | null => given.get(key)?.[0] ?? null;
  if (one('view') !== VERSION) return null;
  const without = one('without')?.split(',') ?? [];
  const alike = one('alike');
  return {
    form: one('form') === 'matrix' ? 'matrix' : 'graph',
    view: {
      level: levels.find((level) => level === one('level')) ?? null,
      unfolded: all('unfold'),
      folded: all('fold'),
      alike: alike === 'yes' ? true : alike === 'no' ? false : null,
    },
    selection: selectionOf(one('at'), one('from'), one('to')),
    shown: {
      allowed: !without.includes('allowed'),
      blocked: !without.includes('blocked'),
      open: !without.includes('open'),
    },
    filter: { text: one('filter') ?? '', mode: one('rest') === 'hidden' ? 'hide' : 'focus' },
  };
}

function selectionOf(at: EntityId | null, source: EntityId | null, destination: EntityId | null): Selection {
  if (at !== null) return { kind: 'entity', entity: at };
  return source !== null && destination !== null
    ? { kind: 'pair', source, destination }
    : { kind: 'nothing' };
}

/** The fragment with this view in place of the one it had; what else stands in it stays as it is. */
export function writeViewAddress(fragment: string, address: ViewAddress): string {
  const others = piecesOf(fragment).flatMap(({ key, raw }) => (OWN.has(key) ? [] : [raw]));
  const own = parametersOf(address);
  const version = own.length === 0 ? [] : [['view', VERSION] as const];
  return [...others, ...[...version, ...own].map(([key, value]) => `${key}=${encoded(value)}`)].join('&');
}

/** Only what differs from a plain view. */
function parametersOf({
  form,
  view,
  selection,
  shown,
  filter,
}: ViewAddress): readonly (readonly [key: string, value: string])[] {
  const without = kinds.filter((kind) => !shown[kind]);
  return [
    ...some('form', form === 'graph' ? null : form),
    ...some('level', view.level),
    ...some('alike', view.alike === null ? null : view.alike ? 'yes' : 'no'),
    ...view.unfolded.slice(0, IDS_MOST).map((id) => ['unfold', id] as const),
    ...view.folded.slice(0, IDS_MOST).map((id) => ['fold', id] as const),
    ...some('at', selection.kind === 'entity' ? selection.entity : null),
    ...some('from', selection.kind === 'pair' ? selection.source : null),
    ...some('to', selection.kind === 'pair' ? selection.destination : null),
    ...some('without', without.length === 0 ? null : without.join(',')),
    ...some('filter', filter.text.trim() === '' ? null : filter.text.trim().slice(0, LONGEST)),
    ...some('rest', filter.mode === 'hide' ? 'hidden' : null),
  ];
}

const some = (key: string, value: string | null): readonly (readonly [string, string])[] =>
  value === null ? [] : [[key, value]];

interface Piece {
  readonly key: string;
  /** Null: it cannot be decoded, or is too long. */
  readonly value: string | null;
  readonly raw: string;
}

function piecesOf(fragment: string): readonly Piece[] {
  return fragment
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const equals = raw.indexOf('=');
      const key = equals === -1 ? raw : raw.slice(0, equals);
      return { key, raw, value: equals === -1 ? null : decoded(raw.slice(equals + 1)) };
    });
}

function decoded(text: string): string | null {
  if (text.length > LONGEST * 3) return null;
  try {
    const value = decodeURIComponent(text.replaceAll('+', ' '));
    return value.length > LONGEST || /[\u0000-\u001f]/.test(value) ? null : value;
  } catch {
    return null;
  }
}

/** Readable: of the signs that names and filters are made of only those are escaped that mean something here. */
function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/%(?:2F|3A|2C|22|3D|40|21)/g, (code) => decodeURIComponent(code))
    .replaceAll('%20', '+');
}
