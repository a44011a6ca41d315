import type {
  Answer,
  Changes,
  CniProfile,
  EntityExplanation,
  EntityId,
  PairExplanation,
  Picture,
  PolicySummary,
} from './answer';
import { policyBook, type PolicyBook } from './compile/policyBook';
import { PortSets } from './compile/portSet';
import { matchesLabels } from './model/matchesLabels';
import { buildSpace, podKeysOf, projectionKey, type Space } from './compile/space';
import { DocumentCache, type OpenDocument } from './documents';
import type { Evaluated, NamedEnd } from './evaluate/evaluated';
import { buildPairTable, comparePairTables, type PairTable } from './evaluate/picture';
import { evaluateQuery, type Query, type QueryAnswer } from './query';
import { buildRows, RowCache } from './evaluate/rows';
import { buildNodes, type Nodes } from './evaluate/topology';
import { explainEntity } from './explain/explainEntity';
import { explainPair } from './explain/explainPair';
import { portText } from './explain/portText';
import { locator, type Locate, type Standing } from './locate';
import { buildCluster, type Cluster } from './model/cluster';
import { bookkeepingLabels } from './model/fold';
import type { DecodedDocument } from './model/decodeDocument';
import type { DecodedObject } from './model/objects';
import type { NetworkPolicy } from './model/policy';
import { objectsInForce } from './objectsInForce';
import { makeReceipt } from './receipt';
import type { SourceFile } from './source';

/** All stages' results for one state of the text. */
export interface Evaluation extends Evaluated {
  readonly nodes: Nodes;
  readonly table: PairTable;
}

/** The evaluation the picture shows. */
interface Drawn extends Evaluation {
  readonly leap: number;
  /** Documents that had errors when it was drawn. */
  readonly broken: ReadonlySet<DecodedDocument>;
}

/** Exact costs since the session began; a keystroke's cost is the difference of two readings. */
export interface Counters {
  readonly documentsParsed: number;
  readonly rowsComputed: number;
  readonly pairsJudged: number;
  readonly clustersBuilt: number;
  readonly spacesBuilt: number;
}

/**
 * The page to read first. The stages in order: text → documents (parse/) → objects (model/) → cluster → what the
 * policies can tell apart (compile/space) → what each side lets through (evaluate/rows) → pairs (evaluate/picture),
 * and the retelling on demand (explain/). Each stage remembers its last result and keeps what its input did not
 * change. One session serves one workspace; it never throws on any text.
 */
export class Session {
  readonly #documents = new DocumentCache();
  readonly #sets = new PortSets();
  readonly #rowCache = new RowCache();
  readonly #standings = new Map<DecodedObject, Standing>();
  readonly #locate: Locate = locator(this.#standings);
  #cluster: {
    readonly objects: readonly DecodedObject[];
    readonly key: string;
    readonly cluster: Cluster;
  } | null = null;
  #space: { readonly key: string; readonly space: Space; readonly nodes: Nodes } | null = null;
  #newest: Evaluation | null = null;
  #drawn: Drawn | null = null;
  #selected: { cluster: Cluster | null; counts: WeakMap<NetworkPolicy, number> } = {
    cluster: null,
    counts: new WeakMap(),
  };
  #pairsJudged = 0;
  #clustersBuilt = 0;
  #spacesBuilt = 0;

  /**
   * Text in, verdicts out. `leap` is a number that changes when the text did so by more than typing (something was
   * opened or pasted): then the picture follows whatever came in, broken documents or not.
   */
  analyze(files: readonly SourceFile[], cni: CniProfile, leap = 0): Answer {
    const documents = this.#documents.open(files);
    this.#stand(documents);
    const { objects, diagnostics } = objectsInForce(documents);
    const book = bookOf(objects);
    const cluster = this.#clusterOf(objects, book);
    const { space, nodes } = this.#spaceOf(cluster, book, cni);
    const rows = buildRows(space, this.#sets, book, this.#rowCache);
    const table = buildPairTable(space, this.#sets, rows, nodes.ends, this.#newest?.table ?? null);
    this.#pairsJudged += table.judged;

    const evaluation: Evaluation = {
      space,
      sets: this.#sets,
      rows,
      book,
      locate: this.#locate,
      nodes,
      table,
    };
    const broken = documents.map(({ decoded }) => decoded).filter(({ rejected }) => rejected.length > 0);
    const last = this.#drawn;
    const drawable = last?.leap !== leap || broken.every((document) => last.broken.has(document));
    const changes = drawable ? this.#changesTo(evaluation) : noChanges();
    this.#newest = evaluation;
    if (drawable) this.#drawn = { ...evaluation, leap, broken: new Set(broken) };
    return {
      complete: broken.length === 0,
      drawable,
      diagnostics,
      receipt: makeReceipt(documents, objects, cluster),
      topology: nodes.topology,
      picture: pictureOf(this.#sets, table),
      policies: book.policies.map((policy) => this.#summaryOf(policy, cluster)),
      changes,
    };
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainPair(source: EntityId, destination: EntityId): PairExplanation | null {
    const from = this.#endOf(source);
    const to = this.#endOf(destination);
    return this.#drawn && from && to ? explainPair(this.#drawn, from, to) : null;
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainEntity(id: EntityId): EntityExplanation | null {
    const named = this.#endOf(id);
    return this.#drawn && named ? explainEntity(this.#drawn, named) : null;
  }

  /** One question about the newest answer, complete or not; null before the first one. */
  query(query: Query): QueryAnswer | null {
    return this.#newest && evaluateQuery(this.#newest, query);
  }

  /** The newest stage results, for those who list pairs in another form. */
  get evaluation(): Evaluation | null {
    return this.#newest;
  }

  get counters(): Counters {
    return {
      documentsParsed: this.#documents.parsed,
      rowsComputed: this.#rowCache.computed,
      pairsJudged: this.#pairsJudged,
      clustersBuilt: this.#clustersBuilt,
      spacesBuilt: this.#spacesBuilt,
    };
  }

  #stand(documents: readonly OpenDocument[]): void {
    const kept = new Set(this.#drawn?.book.policies);
    for (const object of this.#standings.keys()) {
      if (object.kind !== 'NetworkPolicy' || !kept.has(object)) this.#standings.delete(object);
    }
    for (const { file, start, decoded } of documents) {
      for (const object of decoded.objects) this.#standings.set(object, { file: file.id, start });
    }
  }

  #clusterOf(objects: readonly DecodedObject[], book: PolicyBook): Cluster {
    const others = objects.filter(({ kind }) => !isPolicy(kind));
    const asked = podKeysOf(book);
    const bookkeepingKeys = new Set(bookkeepingLabels.filter((key) => asked.has(key)));
    const namespaces = new Set(
      [...book.policies, ...book.rejected, ...book.unsupported].map((one) => one.namespace),
    );
    const key = JSON.stringify([[...bookkeepingKeys], [...namespaces].sort()]);
    const last = this.#cluster;
    if (last?.key === key && sameObjects(last.objects, others)) return last.cluster;
    this.#clustersBuilt++;
    const cluster = buildCluster(objects, bookkeepingKeys);
    this.#cluster = { objects: others, key, cluster };
    return cluster;
  }

  #spaceOf(cluster: Cluster, book: PolicyBook, cni: CniProfile): { space: Space; nodes: Nodes } {
    const key = projectionKey(book, cni);
    const last = this.#space;
    if (last?.space.cluster === cluster && last.key === key) return last;
    this.#spacesBuilt++;
    const space = buildSpace(cluster, book, cni);
    const nodes = buildNodes(space);
    this.#space = { key, space, nodes };
    return { space, nodes };
  }

  #changesTo(after: Evaluation): Changes {
    const before = this.#drawn;
    if (!before) return noChanges();
    const index = new Map(after.nodes.topology.entities.map(({ id }, position) => [id, position]));
    const match = before.nodes.topology.entities.map(({ id }) => index.get(id) ?? null);
    const { pairs, signs } = comparePairTables(this.#sets, before.table, after.table, match);
    return { pairs: Uint32Array.from(pairs), signs: Int8Array.from(signs) };
  }

  #summaryOf(policy: NetworkPolicy, cluster: Cluster): PolicySummary {
    return {
      id: `${policy.namespace}/${policy.name}`,
      name: policy.name,
      namespace: policy.namespace,
      types: policy.policyTypes,
      selectsAll: policy.podSelector.requirements.length === 0,
      selected: this.#selectedBy(policy, cluster),
      place: this.#locate(policy, policy.nameRange),
    };
  }

  /** How many workloads a policy selects; counted once per policy and cluster. */
  #selectedBy(policy: NetworkPolicy, cluster: Cluster): number {
    if (this.#selected.cluster !== cluster) this.#selected = { cluster, counts: new WeakMap() };
    const known = this.#selected.counts.get(policy);
    if (known !== undefined) return known;
    const isSelected = (index: number): boolean => {
      const pod = cluster.pods[index];
      return (
        pod?.namespace === policy.namespace &&
        !pod.hostNetwork &&
        matchesLabels(policy.podSelector, pod.labels)
      );
    };
    const count = cluster.workloads.filter(
      ({ namespace, pods }) => namespace === policy.namespace && pods.some(isSelected),
    ).length;
    this.#selected.counts.set(policy, count);
    return count;
  }

  #endOf(id: EntityId): NamedEnd | null {
    const nodes = this.#drawn?.nodes;
    const position = nodes?.topology.entities.findIndex((entity) => entity.id === id) ?? -1;
    const entity = nodes?.topology.entities[position];
    const end = nodes?.ends[position];
    return entity && end ? { id, name: entity.name, end } : null;
  }
}

function bookOf(objects: readonly DecodedObject[]): PolicyBook {
  return policyBook(
    objects.filter((object) => object.kind === 'NetworkPolicy'),
    objects.filter((object) => object.kind === 'RejectedPolicy'),
    objects.filter((object) => object.kind === 'UnsupportedPolicy'),
  );
}

function isPolicy(kind: DecodedObject['kind']): boolean {
  return kind === 'NetworkPolicy' || kind === 'RejectedPolicy' || kind === 'UnsupportedPolicy';
}

function sameObjects(a: readonly DecodedObject[], b: readonly DecodedObject[]): boolean {
  return a.length === b.length && a.every((object, index) => object === b[index]);
}

function noChanges(): Changes {
  return { pairs: new Uint32Array(0), signs: new Int8Array(0) };
}

/** Numbers port sets densely, so that only the texts in use travel. */
function pictureOf(sets: PortSets, { definite, tones, locks }: PairTable): Picture {
  const texts: string[] = [];
  const position = new Int32Array(sets.size).fill(-1);
  const ports = new Uint32Array(definite.length);
  // A plain loop: this runs over every pair at every keystroke.
  for (let index = 0; index < definite.length; index++) {
    const id = definite[index] ?? 0;
    let at = position[id] ?? -1;
    if (at === -1) {
      at = texts.push(portText(sets, id)) - 1;
      position[id] = at;
    }
    ports[index] = at;
  }
  return { tones: tones.slice(), ports, portTexts: texts, locks: locks.slice() };
}
