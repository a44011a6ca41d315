import type { Cluster } from '../model/cluster';
import type { CniProfile } from '../answer';
import type { EvaluatedText } from '../evaluate/evaluated';
import type { DecodedDocument } from '../model/decodeParsed';
import type { RejectedPolicy, UnsupportedPolicy } from '../model/objects';
import type { NetworkPolicy } from '../model/policy';
import type { Check, Inquiry } from './check';
import { checks as allChecks } from './checks';
import type { Findings } from './finding';
import { placed, type Hit } from './placing';
import { Reader } from './reader';

type Looking<Kind extends Check['looksAt']> = Extract<Check, { readonly looksAt: Kind }>;

/** What the checks found in one namespace, with all it was found by. */
interface NamespaceHits {
  readonly policies: readonly NetworkPolicy[];
  readonly doubts: readonly (RejectedPolicy | UnsupportedPolicy)[];
  readonly hits: readonly Hit[];
}

/** Runs all checks and remembers what they found of everything an edit leaves alone. */
export class FindingBook {
  /** How often some check was run: the exact cost of edits. */
  ran = 0;
  readonly #checks: readonly Check[];
  #cluster: Cluster | null = null;
  #cni: CniProfile = 'spec';
  #ofPolicy = new WeakMap<NetworkPolicy, readonly Hit[]>();
  readonly #ofDocument = new WeakMap<DecodedDocument, readonly Hit[]>();
  #ofNamespace = new Map<string, NamespaceHits>();

  constructor(checks: readonly Check[] = allChecks) {
    this.#checks = checks;
  }

  /** Yields whenever it may be interrupted, or given up: a later run goes on with what is remembered. */
  *run(state: EvaluatedText): Generator<undefined, Findings, undefined> {
    const { cluster, cni } = state.space;
    if (cluster !== this.#cluster || cni !== this.#cni) {
      this.#cluster = cluster;
      this.#cni = cni;
      this.#ofPolicy = new WeakMap();
      this.#ofNamespace = new Map();
    }
    const reader = new Reader(state.texts);
    const ask: Inquiry = { state, source: reader.source, tree: reader.tree, sheet: reader.sheet };
    const hits = [
      ...(yield* this.#inDocuments(state, ask)),
      ...(yield* this.#inPolicies(state, ask)),
      ...(yield* this.#inNamespaces(state, ask)),
      ...(yield* this.#inAll(ask)),
    ];
    return placed(hits, state);
  }

  *#inDocuments({ texts }: EvaluatedText, ask: Inquiry): Generator<undefined, readonly Hit[]> {
    const all: Hit[] = [];
    for (const documents of texts.files) {
      for (const { decoded } of documents) {
        if (decoded.diagnostics.length === 0) continue;
        let hits = this.#ofDocument.get(decoded);
        if (!hits) {
          hits = this.#run('document', (check) => check.find(decoded, ask));
          this.#ofDocument.set(decoded, hits);
          yield;
        }
        all.push(...hits);
      }
    }
    return all;
  }

  *#inPolicies({ book }: EvaluatedText, ask: Inquiry): Generator<undefined, readonly Hit[]> {
    const all: Hit[] = [];
    for (const policy of book.policies) {
      let hits = this.#ofPolicy.get(policy);
      if (!hits) {
        hits = this.#run('policy', (check) => check.find(policy, ask));
        this.#ofPolicy.set(policy, hits);
        yield;
      }
      all.push(...hits);
    }
    return all;
  }

  *#inNamespaces({ book }: EvaluatedText, ask: Inquiry): Generator<undefined, readonly Hit[]> {
    const all: Hit[] = [];
    const doubtful = [...book.rejected, ...book.unsupported];
    for (const namespace of this.#ofNamespace.keys()) {
      if (!book.byNamespace.has(namespace)) this.#ofNamespace.delete(namespace);
    }
    for (const [namespace, policies] of book.byNamespace) {
      const doubts = doubtful.filter((one) => one.namespace === null || one.namespace === namespace);
      let known = this.#ofNamespace.get(namespace);
      if (!known || !isSame(known.policies, policies) || !isSame(known.doubts, doubts)) {
        const hits = this.#run('namespace', (check) => check.find(namespace, policies, ask));
        this.#ofNamespace.set(namespace, (known = { policies, doubts, hits }));
        yield;
      }
      all.push(...known.hits);
    }
    return all;
  }

  *#inAll(ask: Inquiry): Generator<undefined, readonly Hit[]> {
    const all: Hit[] = [];
    for (const check of this.#checks) {
      if (check.looksAt !== 'workspace') continue;
      this.ran++;
      for (const found of check.find(ask)) {
        if (found === null) yield;
        else all.push({ check, found });
      }
      yield;
    }
    return all;
  }

  #run<Kind extends Check['looksAt']>(
    looksAt: Kind,
    find: (check: Looking<Kind>) => readonly Hit['found'][],
  ): readonly Hit[] {
    const isOf = (check: Check): check is Looking<Kind> => check.looksAt === looksAt;
    return this.#checks.filter(isOf).flatMap((check) => {
      this.ran++;
      return find(check).map((found) => ({ check, found }));
    });
  }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** All findings at once. */
export function findingsOf(state: EvaluatedText, book = new FindingBook()): Findings {
  const run = book.run(state);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}
