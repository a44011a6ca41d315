import { looksPutOutOfUse } from '../comments';
import { cutTable, kindAt, pruneTable } from '../cutLines';
import { newTally } from '../droppedCounts';
import { leanShapeOfKind, shapeOfKind } from '../kindShapes';
import { LineTable } from '../lineTable';
import { clusterObject, identityOfLines } from './clusterObject';
import { Collection } from './collection';
import { headOf, inheritedOf, type Inherited } from './inherited';
import { isMap, textAt, type Fields } from './objectFields';
import {
  wholePiece,
  type Frame,
  type JsonPiece,
  type Piece,
  type PieceReceiver,
  type YamlPiece,
} from './pieces';
import { relevanceOf } from './relevance';
import { keepPolicy, takePruned, takeText } from './takeText';
import { takeValue } from './takeValue';
import { keepUnreadable, keepUnusable } from './unreadable';

/** Characters up to which what is not JSON after all may be YAML. Longer, it is JSON with a mistake. */
const MOST_DOUBTFUL = 1_000_000;

/** A list that is being read: nothing of it counts before it is known to be one. */
interface OpenList {
  readonly taken: Collection;
  /** Null as long as it is not known of what the list is. */
  inherited: Inherited | null;
  /** Copies of items that do not say what they are. */
  readonly waiting: Piece[];
}

/** Takes from each piece what connectivity depends on, and counts the rest. */
export class PieceTaker implements PieceReceiver {
  readonly #all: Collection;
  readonly #own = new LineTable();
  /** The lines of the piece at hand. */
  #lines = this.#own;
  #list: OpenList | null = null;

  constructor(all: Collection) {
    this.#all = all;
  }

  /** Objects found so far, also in a list that is still being read. */
  get found(): number {
    return this.#all.found + (this.#list?.taken.found ?? 0);
  }

  document(piece: Piece): void {
    this.#take(piece, this.#all, null);
  }

  beginList(frame: Frame): void {
    this.#list = { taken: new Collection(this.#all.onKept), inherited: inheritedOf(frame), waiting: [] };
  }

  item(piece: Piece): void {
    if (this.#list === null) return;
    this.#list.taken.beginItem();
    this.#take(piece, this.#list.taken, this.#list);
  }

  endList(frame: Frame): void {
    const list = this.#list;
    if (list === null) return;
    this.#list = null;
    if (frame.kind !== null && !frame.kind.endsWith('List')) {
      this.#endOther(frame, list);
      return;
    }
    list.inherited = inheritedOf(frame) ?? { apiVersion: null, kind: '' };
    for (const piece of list.waiting) {
      list.taken.beginItem();
      this.#take(piece, list.taken, list);
    }
    // Its kind comes last; where it is there, all items are.
    if (frame.kind === null) list.taken.breakOff();
    else if (frame.isBroken) list.taken.broken++;
    this.#all.add(list.taken);
  }

  /** It has items, but is no list: nothing of it is used. */
  #endOther({ apiVersion, kind }: Frame, { taken }: OpenList): void {
    if (kind !== null && relevanceOf(apiVersion, kind) === 'none') this.#all.leaveOut(kind);
    else keepUnusable(taken.written().policies, this.#all);
  }

  #take(piece: Piece, into: Collection, list: OpenList | null): void {
    if (piece.kind === 'json') this.#takeJson(piece, into, list);
    else this.#takeYaml(piece, into, list);
  }

  #takeYaml(piece: YamlPiece, into: Collection, list: OpenList | null): void {
    if (piece.lines === null) this.#own.read(piece.text, piece.start, piece.end, piece.column);
    const lines = (this.#lines = piece.lines ?? this.#own);
    // Above an item may also stand the settings of the one before it, put out of use.
    const lead = looksPutOutOfUse(piece.lead) ? '' : piece.lead;
    const written = kindAt(lines, 0);
    if (written === null && list?.inherited === null && lines.isEven) {
      list.waiting.push(wholePiece(lines.joined(), lead));
      return;
    }
    const inherited = written === null && list !== null ? list.inherited : null;
    const kind = written ?? inherited?.kind ?? '';
    const apiVersion = apiVersionIn(lines);
    if (!lines.isEven || kind === '' || kind.endsWith('List')) {
      const likely = kind === '' && inherited === null ? likelyKind(lines) : null;
      const isOfCluster = likely !== null && relevanceOf(apiVersion, likely) === 'cluster';
      if (isOfCluster && this.#keepPruned(likely, [], lead, into)) return;
      takeText(lead + lines.joined(), inherited, into);
      return;
    }
    const head = inherited === null ? [] : headOf(inherited, apiVersion !== null);
    const relevance = relevanceOf(apiVersion ?? inherited?.apiVersion ?? null, kind);
    if (relevance === 'none' && holdsPolicy(piece)) takeText(lines.joined(), inherited, into);
    else if (relevance === 'none') into.leaveOut(kind);
    else if (relevance === 'policy') keepPolicy(kind, lead + [...head, lines.joined()].join('\n'), into);
    else if (!this.#keepLines(kind, head, into) && !this.#keepPruned(kind, head, lead, into)) {
      takeText(lead + lines.joined(), inherited, into);
    }
  }

  /** The fast way; false when the lines are not in the plain style. */
  #keepLines(kind: string, head: readonly string[], into: Collection): boolean {
    const tally = newTally();
    const kept = cutTable(this.#lines, kind, leanShapeOfKind(kind), tally);
    if (kept === null) return false;
    const identity = identityOfLines([...head, ...kept]);
    if (identity.name === null) return false;
    into.drop(tally);
    into.keepObject(clusterObject(kind, identity, [...head, ...kept, ''].join('\n')));
    return true;
  }

  /** The slow way for little text; false when the whole is needed. */
  #keepPruned(kind: string, head: readonly string[], lead: string, into: Collection): boolean {
    const tally = newTally();
    const pruned = pruneTable(this.#lines, kind, shapeOfKind(kind), tally);
    if (pruned === null) return false;
    const text = [...head, lead + pruned.join('\n'), ''].join('\n');
    return takePruned(kind, text, tally, this.#lines.joined(), into);
  }

  #takeJson(piece: JsonPiece, into: Collection, list: OpenList | null): void {
    const value = jsonOf(piece.text);
    if (value === undefined && piece.text.length > MOST_DOUBTFUL) keepUnreadable(piece.text, into);
    else if (value === undefined) takeText(piece.text, list?.inherited ?? null, into);
    else if (isListOfObjects(value)) for (const item of value) takeValue(item, null, into);
    else if (!isMap(value)) keepUnreadable(piece.text, into);
    else if (list?.inherited === null && textAt(value, 'kind') === null) list.waiting.push({ ...piece });
    else takeValue(value, list?.inherited ?? null, into);
  }
}

/** A mistake in its indentation may have made a policy part of something that is left out. */
const holdsPolicy = ({ text, start, end }: YamlPiece): boolean =>
  /kind: *["']?\w*NetworkPolic/.test(text.slice(start, end));

function apiVersionIn(lines: LineTable): string | null {
  for (let index = 0; index < lines.count; index++) {
    if (lines.indent(index) !== 0 || !lines.text.startsWith('apiVersion:', lines.start(index))) continue;
    return /^apiVersion: *["']?([\w./-]+)/.exec(lines.line(index))?.[1] ?? null;
  }
  return null;
}

/** The kind of an object that writes it in an unusual way, if it means what it looks like. */
function likelyKind(lines: LineTable): string | null {
  for (let index = 0; index < lines.count; index++) {
    if (lines.indent(index) !== 0 || !lines.text.startsWith('kind:', lines.start(index))) continue;
    return /^kind: +(?:[!&]\S+ +)*["']?([A-Za-z]+)/.exec(lines.line(index))?.[1] ?? null;
  }
  return null;
}

/** As `jq .items` prints it. */
const isListOfObjects = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => isMap(item) && textAt(item, 'kind') !== null && textAt(item, 'apiVersion') !== null);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
