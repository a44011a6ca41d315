import { get, set } from 'idb-keyval';
import type { CniProfile } from '../engine';
import { database } from '../state/persistenceDatabase';

/** A baseline as it lies in the browser's storage. */
export interface StoredBaseline {
  readonly version: 1;
  readonly label: string;
  readonly time: number;
  readonly cni: CniProfile;
  /** Null: too large to be stored, so only its name is. */
  readonly files: readonly { readonly name: string; readonly text: string }[] | null;
}

/** Beside the workspace. Both may reject: private windows have no storage. */
const KEY = 'baseline';
export const readStored = async (): Promise<StoredBaseline | null> =>
  decodeStored(await get<unknown>(KEY, database()));
export const writeStored = async (stored: StoredBaseline | null): Promise<void> =>
  set(KEY, stored, database());

/** Larger baselines are not stored. */
export const MOST_STORED = 4_000_000;

const plugins: readonly CniProfile[] = ['spec', 'cilium', 'none'];

/** Reads what was found in storage; null when there is no baseline. Never throws. */
export function decodeStored(value: unknown): StoredBaseline | null {
  if (!isRecord(value) || value['version'] !== 1) return null;
  const { label, time, cni, files } = value;
  if (typeof label !== 'string' || typeof time !== 'number') return null;
  const readable = Array.isArray(files) && files.every(isFile);
  return {
    version: 1,
    label,
    time,
    cni: plugins.find((one) => one === cni) ?? 'spec',
    files: readable ? files.map(({ name, text }) => ({ name, text })) : null,
  };
}

type Unknown = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isFile = (value: unknown): value is { readonly name: string; readonly text: string } =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['text'] === 'string';
