import { plainView, type Answer, type Changes, type CniProfile, type Receipt, type View } from './answer';
import { policyBook, type PolicyBook } from './compile/policyBook';
import { PortSets } from './compile/portSet';
import { QuestionBook } from './compile/questions';
import { buildSpace, SpaceMemory, type Space } from './compile/space';
import { DocumentCache, type OpenDocument, type ReadRegular } from './documents';
import type { Cells } from './evaluate/cells';
import { Units } from './evaluate/ends';
import type { EvaluatedText } from './evaluate/evaluated';
import { Judge } from './evaluate/judge';
import { RowBook } from './evaluate/rows';
import { buildScene, type Scene } from './evaluate/scene';
import { noCellChanges, updateCells } from './evaluate/updateCells';
import { Standings, type Files } from './locate';
import { buildCluster, ClusterMemory, type Cluster } from './model/cluster';
import { bookkeepingLabels } from './model/controllerLabels';
import type { DecodedDocument } from './model/decodeParsed';
import type { DecodedObject, ExpectationsObject } from './model/objects';
import { ObjectsInForce, type InForce, type Proofread } from './objectsInForce';
import type { Parse } from './parse/parseThoroughly';
import { changesOf, pictureOf } from './picture';
import { makeReceipt } from './receipt';
import { Summaries } from './summaries';
import type { SourceFile } from './source';

/** All stages' results for one state of the text, but for the picture. */
export interface Evaluation extends EvaluatedText {
  /** Values of labels that selectors name. */
  readonly named: ReadonlySet<string>;
  /** What the user says must hold. */
  readonly expectations: readonly ExpectationsObject[];
}

/** The evaluation the picture shows. */
interface Drawn {
  readonly evaluation: Evaluation;
  readonly cells: Cells;
  readonly leap: number;
  readonly files: readonly SourceFile[];
  readonly documents: Files;
  /** Documents that had errors when it was drawn. */
  readonly broken: ReadonlySet<DecodedDocument>;
  readonly workspace: number;
}

/** Exact costs since the session began; a keystroke's cost is the difference of two readings. */
export interface Counters {
  readonly documentsParsed: number;
  readonly rowsComputed: number;
  readonly pairsJudged: number;
  readonly podsFolded: number;
  readonly podsCut: number;
  readonly clustersBuilt: number;
  readonly spacesBuilt: number;
  readonly scenesBuilt: number;
}

/**
 * The page to read first. The stages in order: text → documents (parse/) → objects (model/) → cluster → what the
 * policies can tell apart (compile/space) → what each side lets through (evaluate/rows) → the cards of a view
 * (evaluate/scene) and how the pairs between them fare (evaluate/cells), and the retelling on demand (explain/). Each
 * stage remembers its last result and keeps what its input did not change. One pipeline serves one workspace; it never
 * throws on any text. What is asked of its results, to the point, is in retell.ts.
 */
export class Pipeline {
  readonly #documents = new DocumentCache();
  readonly #inForce = new ObjectsInForce();
  readonly #standings = new Standings();
  readonly #questions = new QuestionBook();
  readonly #clusters = new ClusterMemory();
  readonly #sets = new PortSets();
  readonly #spaces = new SpaceMemory();
  readonly #rows = new RowBook();
  readonly #summaries = new Summaries();
  #cluster: {
    readonly others: readonly DecodedObject[];
    readonly key: string;
    readonly cluster: Cluster;
  } | null = null;
  #space: { readonly version: number; readonly space: Space; readonly units: Units } | null = null;
  #named: { readonly version: number; readonly values: ReadonlySet<string> } = {
    version: -1,
    values: new Set(),
  };
  #scene: {
    readonly key: string;
    readonly space: Space;
    readonly named: ReadonlySet<string>;
    readonly scene: Scene;
  } | null = null;
  #receipt: { readonly cluster: Cluster; readonly others: string; readonly receipt: Receipt } | null = null;
  #newest: Evaluation | null = null;
  #drawn: Drawn | null = null;
  #pairsJudged = 0;
  #clustersBuilt = 0;
  #spacesBuilt = 0;
  #scenesBuilt = 0;

  /**
   * Text in, verdicts out. `leap` is a number that changes when the text did so by more than typing (something was
   * opened or pasted): then the picture follows whatever came in, broken documents or not.
   */
  analyze(files: readonly SourceFile[], cni: CniProfile, leap = 0, view: View = plainView): Answer {
    const documents = this.#documents.openByFile(files);
    const inForce = this.#inForce.update(documents);
    const evaluation = this.#evaluate(inForce, cni);
    const { book, space } = evaluation;
    const { broken, diagnostics } = inForce;
    const last = this.#drawn;
    const isTyped = last?.leap === leap || (last && isSpoilt(last, documents, cni));
    const isDrawable = !isTyped || broken.every((document) => last.broken.has(document));
    this.#newest = evaluation;
    this.#standings.update(documents, isDrawable);

    const shown = isDrawable ? evaluation : this.#under(cni, last);
    const { cells, changes } = this.#draw(shown, view);
    const isNew = isDrawable && isOther(last?.files, files);
    const workspace = (last?.workspace ?? 0) + Number(isNew);
    this.#drawn = {
      evaluation: shown,
      cells,
      leap: isDrawable ? leap : last.leap,
      files: isDrawable ? files : last.files,
      documents: isDrawable ? documents : last.documents,
      broken: isDrawable ? new Set(broken) : last.broken,
      workspace,
    };
    return {
      complete: broken.length === 0,
      drawable: isDrawable,
      cni,
      diagnostics,
      receipt: this.#receiptOf(documents, inForce, space.cluster),
      topology: cells.scene.topology,
      picture: pictureOf(cells),
      policies: this.#summaries.of(book.policies),
      askedLabels: [...this.#questions.keys].sort(),
      // What differs from another workspace is no change of anything.
      changes: isDrawable && !isNew ? changes : changesOf(noCellChanges()),
      workspace,
    };
  }

  /** Decodes documents whose file is still being put together, while there is time: it then comes at little cost. */
  readAhead(text: string): void {
    this.#documents.readAhead(text);
  }

  /** The file came, or will not come. */
  forgetAhead(): void {
    this.#documents.forgetAhead();
  }

  /** The newest stage results, for those who list pairs in another form. */
  get evaluation(): Evaluation | null {
    return this.#newest;
  }

  /** Those the picture shows. */
  get drawn(): Evaluation | null {
    return this.#drawn?.evaluation ?? null;
  }

  /** The cards of the picture. */
  get scene(): Scene | null {
    return this.#drawn?.cells.scene ?? null;
  }

  /** Gives it the fast reader for what kubectl prints; what it reads, the real parser would read alike. */
  set readRegular(read: ReadRegular) {
    this.#documents.readRegular = read;
  }

  /** Gives it another maker of trees than the real parsers; it makes the same ones. */
  set parse(parse: Parse) {
    this.#documents.parse = parse;
  }

  /** Gives it what tells problems of expectations. */
  set proofread(proofread: Proofread) {
    this.#inForce.proofread = proofread;
  }

  get counters(): Counters {
    return {
      documentsParsed: this.#documents.parsed,
      rowsComputed: this.#rows.computed,
      pairsJudged: this.#pairsJudged,
      podsFolded: this.#clusters.folded,
      podsCut: this.#spaces.cut,
      clustersBuilt: this.#clustersBuilt,
      spacesBuilt: this.#spacesBuilt,
      scenesBuilt: this.#scenesBuilt,
    };
  }

  /** What is drawn, with another plugin perhaps: the text that was whole is looked at again. */
  #under(cni: CniProfile, { evaluation, documents }: Drawn): Evaluation {
    if (evaluation.space.cni === cni) return evaluation;
    return this.#evaluate(new ObjectsInForce().update(documents), cni);
  }

  #evaluate(inForce: InForce, cni: CniProfile): Evaluation {
    const book = policyBook(inForce.policies, inForce.rejected, inForce.unsupported);
    this.#questions.update(book);
    const cluster = this.#clusterOf(inForce.others, book);
    const { space, units } = this.#spaceOf(cluster, cni);
    const rows = this.#rows.build(space, this.#sets, book);
    if (this.#named.version !== this.#questions.valuesVersion) {
      this.#named = { version: this.#questions.valuesVersion, values: new Set(this.#questions.values) };
    }
    const named = this.#named.values;
    const { expectations } = inForce;
    return {
      space,
      units,
      sets: this.#sets,
      rows,
      book,
      named,
      expectations,
      locate: this.#standings.locate,
      texts: this.#standings,
    };
  }

  /** Policies come and go; the rest of the cluster stays as long as its objects do. */
  #clusterOf(others: readonly DecodedObject[], book: PolicyBook): Cluster {
    const bookkeepingKeys = new Set(bookkeepingLabels.filter((key) => this.#questions.keys.has(key)));
    const namespaces = new Set<string | null>(book.byNamespace.keys());
    for (const { namespace } of book.rejected) namespaces.add(namespace);
    for (const { namespace } of book.unsupported) namespaces.add(namespace);
    const key = JSON.stringify([[...bookkeepingKeys], [...namespaces].sort()]);
    const last = this.#cluster;
    if (last?.key === key && last.others === others) return last.cluster;
    this.#clustersBuilt++;
    const cluster = buildCluster(
      [...others, ...book.policies, ...book.rejected, ...book.unsupported],
      bookkeepingKeys,
      this.#clusters,
    );
    this.#cluster = { others, key, cluster };
    return cluster;
  }

  #spaceOf(cluster: Cluster, cni: CniProfile): { readonly space: Space; readonly units: Units } {
    const { version } = this.#questions;
    const last = this.#space;
    if (last?.space.cluster === cluster && last.version === version && last.space.cni === cni) return last;
    this.#spacesBuilt++;
    const space = buildSpace(cluster, this.#questions, cni, this.#spaces);
    this.#space = { version, space, units: new Units(space) };
    return this.#space;
  }

  #draw({ space, units, sets, rows, named }: Evaluation, view: View): { cells: Cells; changes: Changes } {
    const previous = this.#drawn?.cells ?? null;
    const key = JSON.stringify(view);
    const last = this.#scene;
    const isSame = last?.space === space && last.key === key;
    let scene = isSame && (!last.scene.topology.alike || last.named === named) ? last.scene : null;
    if (scene === null) {
      this.#scenesBuilt++;
      scene = buildScene(space, units, view, named);
      // The same cards as before may stay: nothing moves, and pairs need not be judged again.
      if (isSame && last.scene.topology.id === scene.topology.id) scene = last.scene;
    }
    this.#scene = { key, space, named, scene };
    if (previous?.scene === scene && previous.judge.rows === rows) {
      return { cells: previous, changes: changesOf(noCellChanges()) };
    }
    const judge = new Judge(space, sets, rows);
    const { cells, changes } = updateCells(previous, scene, judge);
    this.#pairsJudged += judge.judged;
    return { cells, changes: changesOf(changes) };
  }

  /** What became of the documents; while only policies are edited that is the same. */
  #receiptOf(documents: readonly (readonly OpenDocument[])[], inForce: InForce, cluster: Cluster): Receipt {
    const last = this.#receipt;
    const others = `${String(inForce.policies.length)} ${String(inForce.expectations.length)}`;
    const isPlain = inForce.unsupported.length + inForce.broken.length === 0;
    if (isPlain && last?.cluster === cluster && last.others === others) return last.receipt;
    const receipt = makeReceipt(documents.flat(), inForce, cluster);
    this.#receipt = isPlain ? { cluster, others, receipt } : null;
    return receipt;
  }
}

/**
 * A file of which something was drawn holds nothing any more that can be read: something was pasted over it that is no
 * manifest. To draw the rest would look as if nothing were closed.
 */
function isSpoilt({ documents: before, evaluation }: Drawn, now: Files, cni: CniProfile): boolean {
  if (evaluation.space.cni !== cni) return false;
  const isUsed = (documents: Files[number]): boolean =>
    documents.some(({ decoded }) => decoded.objects.length > 0);
  return now.some((documents) => {
    const file = documents[0]?.file.id;
    return !isUsed(documents) && before.some((old) => old[0]?.file.id === file && isUsed(old));
  });
}

/** No file is left of those before. */
function isOther(before: readonly SourceFile[] | undefined, now: readonly SourceFile[]): boolean {
  return before?.some((file) => now.some(({ id }) => id === file.id)) === false;
}
