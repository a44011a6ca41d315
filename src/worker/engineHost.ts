import type * as retelling from '../engine/retell';
import { Pipeline, type Answer, type FileId, type SourceFile } from '../engine';
import type {
  AnalyzeRequest,
  AnswerMessage,
  FileChange,
  LastingParts,
  Question,
  Request,
  Response,
  Told,
} from './protocol';
import { applyEdit } from './textEdit';

/** A response with the buffers that are handed over instead of copied. */
export interface Reply {
  readonly response: Response;
  readonly transfer: readonly ArrayBuffer[];
}

/** What is not needed for the first picture. */
export type Retell = typeof retelling;

/** Texts of more characters than this wait for the fast reader. */
const LARGE = 200_000;

/** Serves one page: keeps its files, the engine's pipeline, and what the page has been sent already. */
export class EngineHost {
  readonly #pipeline = new Pipeline();
  readonly #files = new Map<FileId, SourceFile>();
  readonly #load: () => Promise<Retell>;
  #retell: Promise<Retell> | null = null;
  #sent: Partial<LastingParts> = {};

  /**
   * `load` fetches what is not needed for the first picture; it is called after that. Who has it `atHand` already is
   * served with it from the start.
   */
  constructor(load: () => Promise<Retell>, atHand: Retell | null = null) {
    this.#load = load;
    if (atHand) this.#pipeline.readRegular = atHand.decodeRegular;
  }

  async serve(request: Request): Promise<Reply> {
    if (request.type !== 'analyze') return this.#tell(request, await this.#late());
    const isLarge = request.changed.some(({ change }) => 'text' in change && change.text.length > LARGE);
    if (isLarge) await this.#late();
    return this.analyze(request);
  }

  /** Fetches what is not needed for the first picture; where that fails it is tried again when it is needed. */
  async prepare(): Promise<void> {
    await this.#late().catch(() => undefined);
  }

  #late(): Promise<Retell> {
    this.#retell ??= this.#load().then(
      (retell) => {
        this.#pipeline.readRegular = retell.decodeRegular;
        return retell;
      },
      (error: unknown) => {
        this.#retell = null;
        throw error;
      },
    );
    return this.#retell;
  }

  #tell(request: Exclude<Request, AnalyzeRequest>, retell: Retell): Reply {
    const state = this.#pipeline.drawn;
    const { revision } = request;
    switch (request.type) {
      case 'explainPair': {
        const explanation = state && retell.explainPair(state, request.source, request.destination);
        return { response: { type: 'pair', revision, explanation }, transfer: [] };
      }
      case 'explainEntity': {
        const explanation = state && retell.explainEntity(state, request.entity);
        return { response: { type: 'entity', revision, explanation }, transfer: [] };
      }
      case 'ask': {
        const told = state ? answerTo(request.question, state, retell) : {};
        return { response: { type: 'told', id: request.id, told }, transfer: [] };
      }
    }
  }

  /** The same at once, without waiting for anything. */
  analyze({ revision, changed, order, cni, leap, view }: AnalyzeRequest): Reply {
    for (const file of changed) this.#files.set(file.id, this.#changedFile(file));
    const open = order.flatMap((id) => this.#files.get(id) ?? []);
    for (const id of [...this.#files.keys()]) if (!order.includes(id)) this.#files.delete(id);
    const answer = this.#pipeline.analyze(open, cni, leap, view);
    return {
      response: { type: 'analysis', revision, answer: this.#news(answer) },
      transfer: buffersOf(answer),
    };
  }

  #changedFile({ id, name, change }: FileChange): SourceFile {
    if ('text' in change) return { id, name, text: change.text };
    return { id, name, text: applyEdit(this.#files.get(id)?.text ?? '', change) };
  }

  /** Leaves out what the page was sent last time. */
  #news({ diagnostics, receipt, topology, policies, ...rest }: Answer): AnswerMessage {
    const sent = this.#sent;
    this.#sent = { diagnostics, receipt, topology, policies };
    return {
      ...rest,
      ...(diagnostics !== sent.diagnostics && { diagnostics }),
      ...(receipt !== sent.receipt && { receipt }),
      ...(topology.id !== sent.topology?.id && { topology }),
      ...newsOfPolicies(policies, sent.policies),
    };
  }
}

/** More changed policies than this are sent with all others. */
const FEW_POLICIES = 20;

function newsOfPolicies(
  now: Answer['policies'],
  sent: Answer['policies'] | undefined,
): Pick<AnswerMessage, 'policies' | 'changedPolicies'> {
  if (now === sent) return {};
  if (now.length !== sent?.length) return { policies: now };
  const changedPolicies = now.flatMap((policy, index) =>
    policy === sent[index] ? [] : [[index, policy] as const],
  );
  return changedPolicies.length > FEW_POLICIES ? { policies: now } : { changedPolicies };
}

function answerTo(question: Question, state: NonNullable<Pipeline['drawn']>, retell: Retell): Partial<Told> {
  switch (question.kind) {
    case 'attempt':
      return { attempt: retell.runAttempt(state, question.attempt) };
    case 'suggest':
      return { suggest: retell.suggest(state, question.text) };
  }
}

function buffersOf({ picture, changes }: Answer): readonly ArrayBuffer[] {
  const { tones, ports, totals, passing, unknown, locks, isolated } = picture;
  const arrays = [tones, ports, totals, passing, unknown, locks, isolated, changes.pairs, changes.signs];
  return arrays.map(({ buffer }) => buffer);
}
