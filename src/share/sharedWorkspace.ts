import type { CniProfile } from '../engine';

/** A workspace as links and workspace files carry it. */
export interface SharedWorkspace {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Index of the tab in front. */
  readonly active: number;
  readonly cni: CniProfile;
  /** The example it came from. */
  readonly example: string | null;
}

const FILES_MOST = 200;
const NAME_MOST = 200;

/** Short keys: every letter is one more in the QR code. What is as usual is left out. */
export function encodeWorkspace({ files, active, cni, example }: SharedWorkspace): string {
  return JSON.stringify({
    f: files.map(({ name, text }) => [name, text]),
    ...(active > 0 && { a: active }),
    ...(cni !== 'spec' && { c: cni }),
    ...(example !== null && { e: example }),
  });
}

/** Reads what `encodeWorkspace` wrote, today or years ago. Null: it is no workspace. Never throws. */
export function decodeWorkspace(text: string): SharedWorkspace | null {
  const value = parsed(text);
  if (!isRecord(value) || !Array.isArray(value['f'])) return null;
  const given: readonly unknown[] = value['f'];
  const files = given.flatMap((file) => fileOf(file) ?? []);
  if (files.length === 0 || files.length !== given.length || files.length > FILES_MOST) return null;
  const { a: active, c: cni, e: example } = value;
  return {
    files,
    active: typeof active === 'number' && Number.isInteger(active) && files[active] ? active : 0,
    cni: cni === 'cilium' || cni === 'none' ? cni : 'spec',
    example: typeof example === 'string' ? example.slice(0, NAME_MOST) : null,
  };
}

function fileOf(value: unknown): SharedWorkspace['files'][number] | null {
  if (!Array.isArray(value)) return null;
  const parts: readonly unknown[] = value;
  const [name, text] = parts;
  if (typeof name !== 'string' || typeof text !== 'string') return null;
  // Control characters have no place in the name of a tab.
  return { name: name.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').slice(0, NAME_MOST), text };
}

/** The value of a JSON text; undefined: it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
