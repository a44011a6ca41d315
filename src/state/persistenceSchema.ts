import { plainView, type CniProfile, type Level, type View } from '../engine';
import type { Selection, ShownEdges, Theme, ViewState } from './viewStore';

/** What is kept between two visits, as it lies in the browser's storage. */
export interface SavedWorkspace {
  /** Raised when the shape changes; another number than the program's own is not read. */
  readonly version: 1;
  readonly files: readonly SavedFile[];
  /** Index of the tab that was in front. */
  readonly active: number;
  readonly cni: CniProfile;
  readonly example: string | null;
  readonly view: SavedView;
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** The part of the view that outlives a reload. */
export type SavedView = Pick<
  ViewState,
  'theme' | 'shown' | 'view' | 'moved' | 'split' | 'selection' | 'followCursor' | 'classroom' | 'tourSeen'
>;

type Unknown = Readonly<Record<string, unknown>>;

/** Reads what was found in storage; null when it is not a workspace this program can open. Never throws. */
export function decodeSaved(value: unknown): SavedWorkspace | null {
  if (!isRecord(value) || value['version'] !== 1) return null;
  const { files, active, cni, example, view } = value;
  if (!Array.isArray(files) || files.length === 0 || !files.every(isSavedFile)) return null;
  return {
    version: 1,
    files: files.map(({ name, text }) => ({ name, text })),
    active: typeof active === 'number' && active in files ? active : 0,
    cni: cni === 'cilium' || cni === 'none' ? cni : 'spec',
    example: typeof example === 'string' ? example : null,
    view: decodeView(isRecord(view) ? view : {}),
  };
}

function decodeView(saved: Unknown): SavedView {
  const { theme, shown, view, moved, split, selection, followCursor, classroom, tourSeen } = saved;
  return {
    theme: decodeTheme(theme),
    shown: decodeShown(isRecord(shown) ? shown : {}),
    view: isRecord(view) ? decodeDepth(view) : plainView,
    moved: decodeMoved(isRecord(moved) ? moved : {}),
    split: isFinite(split) ? Math.min(70, Math.max(18, split)) : 37,
    selection: decodeSelection(isRecord(selection) ? selection : {}),
    followCursor: followCursor !== false,
    classroom: classroom === true,
    tourSeen: tourSeen === true,
  };
}

const levels: readonly Level[] = ['namespaces', 'workloads', 'pods'];

/** How deep the picture went. */
function decodeDepth({ level, unfolded, folded, alike }: Unknown): View {
  const ids = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  return {
    level: levels.find((one) => one === level) ?? null,
    unfolded: ids(unfolded),
    folded: ids(folded),
    alike: typeof alike === 'boolean' ? alike : null,
  };
}

const themes: readonly Theme[] = ['light', 'dark', 'contrast'];
const decodeTheme = (theme: unknown): Theme => themes.find((one) => one === theme) ?? 'system';

const decodeShown = ({ allowed, blocked, open }: Unknown): ShownEdges => ({
  allowed: allowed !== false,
  blocked: blocked !== false,
  open: open !== false,
});

function decodeMoved(moved: Unknown): ViewState['moved'] {
  const places: [string, { x: number; y: number }][] = [];
  for (const [node, place] of Object.entries(moved)) {
    if (!isRecord(place)) continue;
    const { x, y } = place;
    if (isFinite(x) && isFinite(y)) places.push([node, { x, y }]);
  }
  return Object.fromEntries(places);
}

function decodeSelection({ kind, entity, source, destination }: Unknown): Selection {
  if (kind === 'entity' && typeof entity === 'string') return { kind, entity };
  if (kind === 'pair' && typeof source === 'string' && typeof destination === 'string') {
    return { kind, source, destination };
  }
  return { kind: 'nothing' };
}

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isFinite = (value: unknown): value is number => Number.isFinite(value);
const isSavedFile = (value: unknown): value is SavedFile =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['text'] === 'string';
