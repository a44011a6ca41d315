import type { KindCount } from '../engine';
import { t } from '../language/t';
import { decodeText, withoutMark } from './decodeText';
import { addDropped, nothingDropped, type DroppedCounts } from './droppedCounts';
import { Collection } from './dump/collection';
import { StreamCutter } from './dump/cutStream';
import { dumpNames } from './dumpNames';
import { looksLikeDump, MANY_FILES, SMALL, TOGETHER } from './dump/looksLikeDump';
import { PieceTaker } from './dump/takePieces';
import type { Progress, Refusal } from './intakeStore';
import { projectText } from './project';
import { Budget } from './unpack/bytes';
import { Cancelled, Refused } from './unpack/refused';
import { unpack } from './unpack/unpack';

/** Something to be read: a file, or text that is there already. */
export type Source =
  { readonly name: string; readonly file: Blob } | { readonly name: string; readonly text: string };

/** A text with the name of its tab. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What came of everything that was given together. */
export interface Imported {
  readonly files: readonly NamedText[];
  /** Of a cluster's dump: what `files` holds of it, and what not. Null for ordinary files. */
  readonly dump: DumpCounts | null;
  readonly dropped: DroppedCounts;
  readonly refused: readonly Refusal[];
}

/** How many objects of a dump were kept, left out, and could not be read. */
export interface DumpCounts {
  readonly kept: readonly KindCount[];
  readonly leftOut: readonly KindCount[];
  readonly unreadable: number;
  /** Lists that end too early. */
  readonly broken: number;
  /** The namespaces of what was kept, but for policies. */
  readonly namespaces: readonly string[];
}

type Part = ({ readonly kind: 'text' } & NamedText) | { readonly kind: 'taken'; readonly taken: Collection };

const STEP = 1 << 20;

/**
 * Reads everything that was given together. Throws `Cancelled` soon after the signal. `onKept` hears of documents that
 * the files of a dump will hold, and null when those were all.
 */
export async function readImport(
  sources: readonly Source[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | null = null,
  onKept: (text: string | null) => void = () => undefined,
): Promise<Imported> {
  const reading = new Reading(sources, onProgress, signal, onKept);
  const refused: Refusal[] = [];
  const parts: Part[] = [];
  for (const source of sources) {
    try {
      parts.push(...(await reading.read(source)));
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      refused.push({ name: source.name, reason: reasonOf(error) });
    }
  }
  onKept(null);
  return reading.isDump ? ofDump(sources, parts, refused) : ofFiles(parts, refused);
}

class Reading {
  readonly #onProgress: (progress: Progress) => void;
  readonly #signal: AbortSignal | null;
  readonly #onKept: (text: string) => void;
  readonly #budget = new Budget();
  readonly #total: number;
  #bytes = 0;
  #objects = 0;
  #held = 0;
  #texts = 0;
  #file = '';
  /** What is read is what a cluster wrote, or too much to be kept as it is. */
  isDump = false;

  constructor(
    sources: readonly Source[],
    onProgress: (progress: Progress) => void,
    signal: AbortSignal | null,
    onKept: (text: string) => void,
  ) {
    this.#onProgress = onProgress;
    this.#signal = signal;
    this.#onKept = onKept;
    this.#total = sources.reduce((sum, source) => sum + sizeOf(source), 0);
  }

  async read(source: Source): Promise<readonly Part[]> {
    this.#file = source.name;
    const before = this.#bytes;
    const parts: Part[] = [];
    if ('text' in source) {
      parts.push(await this.#one(source.name, this.#stepsOf(source.text)));
    } else {
      const onRead = (bytes: number): void => {
        this.#bytes += bytes;
      };
      for await (const { name, chunks } of unpack(source.name, source.file, onRead, this.#budget)) {
        parts.push(await this.#one(name, decodeText(chunks)));
      }
    }
    this.#bytes = before + sizeOf(source);
    return parts;
  }

  async *#stepsOf(text: string): AsyncGenerator<string, void, undefined> {
    const whole = withoutMark(text);
    for (let at = 0; at < whole.length; at += STEP) {
      this.#bytes += Math.min(STEP, whole.length - at);
      yield await Promise.resolve(whole.slice(at, at + STEP));
    }
  }

  /** A small text is held as it is; a large one is taken apart while it comes in. */
  async #one(name: string, texts: AsyncIterable<string>): Promise<Part> {
    let held: string[] | null = this.isDump ? null : [];
    let length = 0;
    const taken = new Collection(this.#onKept);
    const taker = new PieceTaker(taken);
    const cutter = new StreamCutter(taker);
    for await (const text of texts) {
      length += text.length;
      if (held === null) cutter.push(text);
      else held.push(text);
      if (held !== null && (length > SMALL || this.#held + length > TOGETHER)) {
        this.isDump = true;
        for (const part of held) cutter.push(part);
        held = null;
      }
      this.#step(taker.found);
    }
    if (held !== null) {
      const text = held.join('');
      this.#held += length;
      if (looksLikeDump(text) || ++this.#texts > MANY_FILES) this.isDump = true;
      return { kind: 'text', name, text };
    }
    cutter.end();
    this.#objects += taken.found;
    return { kind: 'taken', taken };
  }

  #step(found: number): void {
    if (this.#signal?.aborted === true) throw new Cancelled();
    const objects = this.#objects + found;
    this.#onProgress({ bytes: this.#bytes, total: this.#total, objects, file: this.#file });
  }
}

const sizeOf = (source: Source): number => ('text' in source ? source.text.length : source.file.size);

const reasonOf = (error: unknown): string =>
  error instanceof Refused ? error.message : t`It could not be read.`;

function ofFiles(parts: readonly Part[], refused: readonly Refusal[]): Imported {
  let dropped = nothingDropped;
  const files = parts.flatMap((part): NamedText[] => {
    if (part.kind === 'taken') return [];
    const projection = projectText(part.text);
    dropped = addDropped(dropped, projection.dropped);
    return [{ name: part.name, text: projection.text }];
  });
  return { files, dump: null, dropped, refused };
}

function ofDump(sources: readonly Source[], parts: readonly Part[], refused: readonly Refusal[]): Imported {
  const all = new Collection();
  for (const part of parts) all.add(part.kind === 'taken' ? part.taken : takenOf(part.text));
  if (all.useful === 0) {
    const rest = sources.filter(({ name }) => !refused.some((refusal) => refusal.name === name));
    const reason = t`There is no object in it that connections depend on.`;
    return {
      files: [],
      dump: null,
      dropped: nothingDropped,
      refused: [...refused, ...rest.map(({ name }) => ({ name, reason }))],
    };
  }
  const { policies, cluster, kept, namespaces } = all.written();
  const files = [
    { name: dumpNames.policies, text: policies },
    { name: dumpNames.cluster, text: cluster },
  ];
  const { leftOut, unreadable, broken, dropped } = all;
  return {
    files: files.filter(({ text }) => text !== ''),
    dump: { kept, leftOut, unreadable, broken, namespaces },
    dropped,
    refused,
  };
}

function takenOf(text: string): Collection {
  const taken = new Collection();
  const cutter = new StreamCutter(new PieceTaker(taken));
  cutter.push(text);
  cutter.end();
  return taken;
}
