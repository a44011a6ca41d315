import type { Baseline } from '../engine';
import { askEngine } from '../state/askEngine';
import { comparisonStore } from './comparisonStore';
import { MOST_STORED, readStored, writeStored, type StoredBaseline } from './storedBaseline';

/** Leaves nothing in a text that could be a secret. */
export type Strip = (text: string) => Promise<string>;

/** What is to be compared with. */
export interface Chosen extends Pick<Baseline, 'cni'> {
  readonly label: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

let lastId = 0;

/** Compares with this from now on, and stores it so that it outlives a reload: what `strip` leaves of it. */
export async function pinBaseline(chosen: Chosen, strip: Strip): Promise<void> {
  const time = Date.now();
  const id = show(chosen, time);
  const size = chosen.files.reduce((sum, { text }) => sum + text.length, 0);
  const isStored = size <= MOST_STORED;
  const { label, cni } = chosen;
  const keeping = await store({ version: 1, label, time, cni, files: isStored ? chosen.files : null }, strip);
  comparisonStore.setState(({ pinned }) => (pinned?.id === id ? { pinned: { ...pinned, keeping } } : {}));
}

/** Compares with nothing any more. */
export function unpinBaseline(): void {
  comparisonStore.setState({ pinned: null, comparison: null, onlyChanged: false });
  void askEngine({ kind: 'dropBaseline' });
  void inTurn(() => writeStored(null));
}

/** Brings back the baseline of the last visit. */
export async function restoreBaseline(): Promise<void> {
  const stored = await readStored().catch(() => null);
  if (stored === null || comparisonStore.getState().pinned !== null) return;
  const { files, label, time, cni } = stored;
  if (files) show({ label, cni, files }, time);
  else comparisonStore.setState({ forgotten: label });
}

function show({ label, files, cni }: Chosen, time: number): number {
  const id = ++lastId;
  comparisonStore.setState({
    pinned: {
      id,
      label,
      time,
      cni,
      keeping: 'kept',
      receipt: null,
      files: files.map(({ name, text }, index) => ({ id: `baseline-${String(index)}`, name, text })),
    },
    comparison: null,
    forgotten: null,
  });
  return id;
}

let lastWrite: Promise<unknown> = Promise.resolve();

/** Writes must not overtake each other. False: this browser stores nothing. */
function inTurn(write: () => Promise<void>): Promise<boolean> {
  const done = lastWrite.then(write).then(
    () => true,
    () => false,
  );
  lastWrite = done;
  return done;
}

async function store(
  { files, ...rest }: StoredBaseline,
  strip: Strip,
): Promise<'kept' | 'too-large' | 'off'> {
  const isWritten = await inTurn(async () => {
    const stripped = files?.map(async ({ name, text }) => ({ name, text: await strip(text) }));
    await writeStored({ ...rest, files: stripped ? await Promise.all(stripped) : null });
  });
  return !isWritten ? 'off' : files ? 'kept' : 'too-large';
}
