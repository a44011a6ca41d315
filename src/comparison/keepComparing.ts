import { t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { lensStore, type Lens } from '../state/lensStore';
import type { Comparison, EntityId } from '../engine';
import { comparisonStore, type Pinned } from './comparisonStore';

let isAsking = false;
let isStale = false;
let isOwnDoing = false;

/** Compares what is drawn with the baseline, now and whenever it becomes another, as long as somebody looks. */
export function keepComparing(): void {
  analysisStore.subscribe((state, before) => {
    if (state.drawn !== before.drawn) compareSoon();
  });
  lensStore.subscribe(({ lenses }, before) => {
    // Somebody else took the lens away: they want to see everything again.
    const isGone = before.lenses.comparison && !lenses.comparison;
    if (isGone && !isOwnDoing) comparisonStore.setState({ onlyChanged: false });
  });
  comparisonStore.subscribe((state, before) => {
    if (state.pinned?.id !== before.pinned?.id || (state.isOpen && !before.isOpen)) compareSoon();
    if (state.comparison !== before.comparison || state.onlyChanged !== before.onlyChanged) showLens();
  });
}

/** One question at a time; what is drawn in the meantime is asked about afterwards. */
function compareSoon(): void {
  isStale = true;
  if (!isAsking) void compareNow();
}

async function compareNow(): Promise<void> {
  isAsking = true;
  while (isStale) {
    isStale = false;
    const { pinned, isOpen, onlyChanged } = comparisonStore.getState();
    if (pinned === null || !(isOpen || onlyChanged)) continue;
    const comparison = await ask(pinned);
    // Null: the worker fell. It is asked again when the new one has drawn.
    if (comparison !== null && comparisonStore.getState().pinned?.id === pinned.id)
      comparisonStore.setState({ comparison });
  }
  isAsking = false;
}

async function ask({ id, files, cni }: Pinned): Promise<Comparison | null> {
  const question = { kind: 'comparison', baseline: id } as const;
  const told = await askEngine(question);
  if (told !== 'not-pinned') return told;
  const receipt = await askEngine({ kind: 'pinBaseline', baseline: { id, files, cni } });
  if (receipt === null) return null;
  comparisonStore.setState(({ pinned }) => (pinned?.id === id ? { pinned: { ...pinned, receipt } } : {}));
  const again = await askEngine(question);
  return again === 'not-pinned' ? null : again;
}

/** True when there is something the lens can show. */
export function hasChanges({ cells }: Comparison): boolean {
  return cells?.concerned.includes(1) ?? false;
}

function showLens(): void {
  const { comparison, onlyChanged } = comparisonStore.getState();
  isOwnDoing = true;
  const lens = onlyChanged && comparison && hasChanges(comparison) ? lensOf(comparison) : null;
  lensStore.getState().setLens('comparison', lens);
  isOwnDoing = false;
}

function lensOf({ cells }: Comparison): Lens {
  const topology = analysisStore.getState().drawn?.topology;
  const ends = new Set<EntityId>();
  const size = topology?.entities.length ?? 0;
  if (cells && cells.topology === topology?.id) {
    cells.concerned.forEach((mark, cell) => {
      if (mark === 0) return;
      for (const index of [Math.floor(cell / size), cell % size]) {
        const end = topology.entities[index];
        if (end) ends.add(end.id);
      }
    });
  }
  return { label: t`what changed`, entities: ends, pairs: null, cells, rest: 'hidden' };
}
