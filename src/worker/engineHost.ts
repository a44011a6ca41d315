import type * as retelling from '../engine/retell';
import {
  Pipeline,
  type Answer,
  type EvaluatedText,
  type FileId,
  type SourceFile,
  type Topology,
} from '../engine';
import type {
  AnalyzeRequest,
  AnswerMessage,
  AskRequest,
  FileChange,
  LastingParts,
  Question,
  Request,
  Response,
  Told,
} from './protocol';
import { inSlices } from './slices';
import { applyEdit } from './textEdit';

/** A response with the buffers that are handed over instead of copied. */
export interface Reply {
  readonly response: Response;
  readonly transfer: readonly ArrayBuffer[];
}

/** What is not needed for the first picture. */
export type Retell = typeof retelling;

type Evaluation = NonNullable<Pipeline['drawn']>;

/** Texts of more characters than this wait for the fast reader. */
const LARGE = 200_000;

/** Whether a text is read faster, or told more of, with what comes late. */
const needsLate = (text: string): boolean => text.length > LARGE || text.includes('netpol-playground/');

/** Takes turns with other requests: nobody has to wait for it. */
export function isLong(request: Request): request is AskRequest {
  return (
    request.type === 'ask' &&
    ['findings', 'comparison', 'coverage', 'cniDifferences'].includes(request.question.kind)
  );
}

/** Serves one page: keeps its files, the engine's pipeline, and what the page has been sent already. */
export class EngineHost {
  readonly #pipeline = new Pipeline();
  readonly #files = new Map<FileId, SourceFile>();
  readonly #load: () => Promise<Retell>;
  #retell: Promise<Retell> | null = null;
  #sent: Partial<LastingParts> = {};
  #findings: InstanceType<Retell['FindingBook']> | null = null;
  #revision = 0;
  /** Goes up with everything after which findings on their way are of no more use. */
  #turn = 0;
  /** What the picture was made of. */
  #drawn: Pick<EvaluatedText, 'files' | 'cni' | 'diagnostics'> | null = null;
  #baseline: InstanceType<Retell['PinnedBaseline']> | null = null;
  #lessons: InstanceType<Retell['LessonBook']> | null = null;

  /**
   * `load` fetches what is not needed for the first picture; it is called after that. Who has it `atHand` already is
   * served with it from the start.
   */
  constructor(load: () => Promise<Retell>, atHand: Retell | null = null) {
    this.#load = load;
    if (atHand) this.#equip(atHand);
  }

  async serve(request: Request): Promise<Reply> {
    if (isLong(request)) return this.#tellInSlices(request, await this.#late());
    if (request.type !== 'analyze') return this.#tell(request, await this.#late());
    const isWaiting = request.changed.some(({ change }) => 'text' in change && needsLate(change.text));
    if (isWaiting) await this.#late();
    return this.analyze(request);
  }

  /** Fetches what is not needed for the first picture; where that fails it is tried again when it is needed. */
  async prepare(): Promise<void> {
    await this.#late().catch(() => undefined);
  }

  #equip({ decodeRegular, proofread }: Retell): void {
    this.#pipeline.readRegular = decodeRegular;
    this.#pipeline.proofread = proofread;
  }

  #late(): Promise<Retell> {
    this.#retell ??= this.#load().then(
      (retell) => {
        this.#equip(retell);
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
        const told = state ? answerTo(request.question, state, retell, this.#around(state, retell)) : {};
        return { response: { type: 'told', id: request.id, told }, transfer: [] };
      }
    }
  }

  #tellInSlices({ id, question }: AskRequest, retell: Retell): Promise<Reply> {
    if (question.kind === 'coverage')
      return this.#sliced(id, retell.coverageOf, (coverage) => ({ coverage }));
    if (question.kind === 'cniDifferences')
      return this.#sliced(id, retell.cniDifferencesOf, (cniDifferences) => ({ cniDifferences }));
    return question.kind === 'comparison'
      ? this.#compare(id, question.baseline, retell)
      : this.#find(id, retell);
  }

  /** Something large about what is drawn, unless something else is drawn meanwhile. */
  async #sliced<T>(
    id: number,
    stepsOf: (state: Evaluation) => Generator<undefined, T>,
    toldOf: (found: T) => Partial<Told>,
  ): Promise<Reply> {
    const state = this.#pipeline.drawn;
    const found = state && (await inSlices(stepsOf(state), () => this.#pipeline.drawn !== state));
    return { response: { type: 'told', id, told: found === null ? {} : toldOf(found) }, transfer: [] };
  }

  /** What is drawn against the baseline, unless something else is drawn meanwhile. */
  async #compare(id: number, wanted: number, retell: Retell): Promise<Reply> {
    const state = this.#pipeline.drawn;
    const reply = (told: Partial<Told>): Reply => ({ response: { type: 'told', id, told }, transfer: [] });
    if (state === null) return reply({});
    const { baseline, topology } = this.#around(state, retell);
    if (baseline.id !== wanted) return reply({ comparison: 'not-pinned' });
    const steps = baseline.compare(state, topology);
    const comparison = steps && (await inSlices(steps, () => this.#pipeline.drawn !== state));
    return reply(comparison ? { comparison } : {});
  }

  /** All findings in the newest text, unless something newer is asked meanwhile. */
  async #find(id: number, retell: Retell): Promise<Reply> {
    const { evaluation } = this.#pipeline;
    const [turn, revision] = [++this.#turn, this.#revision];
    const book = (this.#findings ??= new retell.FindingBook());
    const found = evaluation && (await inSlices(book.run(evaluation), () => this.#turn !== turn));
    return {
      response: { type: 'told', id, told: found ? { findings: { ...found, revision } } : {} },
      transfer: [],
    };
  }

  /** The same at once, without waiting for anything. */
  analyze({ revision, changed, order, cni, leap, view }: AnalyzeRequest): Reply {
    this.#turn++;
    this.#revision = revision;
    for (const file of changed) this.#files.set(file.id, this.#changedFile(file));
    const open = order.flatMap((id) => this.#files.get(id) ?? []);
    for (const id of [...this.#files.keys()]) if (!order.includes(id)) this.#files.delete(id);
    const answer = this.#pipeline.analyze(open, cni, leap, view);
    if (answer.drawable) this.#drawn = { files: open, cni, diagnostics: answer.diagnostics };
    return {
      response: { type: 'analysis', revision, answer: this.#news(answer) },
      transfer: buffersOf(answer),
    };
  }

  #around(evaluation: Evaluation, { PinnedBaseline, LessonBook }: Retell): Around {
    const { diagnostics = [] } = this.#sent;
    return {
      baseline: (this.#baseline ??= new PinnedBaseline()),
      drawn: this.#drawn && { ...this.#drawn, evaluation },
      topology: this.#sent.topology ?? null,
      scene: this.#pipeline.scene,
      lessons: (this.#lessons ??= new LessonBook()),
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
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

/** What is kept beside the state that is drawn. */
interface Around {
  readonly baseline: InstanceType<Retell['PinnedBaseline']>;
  readonly drawn: EvaluatedText | null;
  readonly topology: Topology | null;
  readonly scene: Pipeline['scene'];
  readonly lessons: InstanceType<Retell['LessonBook']>;
  /** In the newest text, drawn or not. */
  readonly errors: number;
}

function answerTo(question: Question, state: Evaluation, retell: Retell, around: Around): Partial<Told> {
  switch (question.kind) {
    case 'attempt':
      return { attempt: retell.runAttempt(state, question.attempt) };
    case 'findings':
    case 'comparison':
    case 'coverage':
    case 'cniDifferences':
      return {};
    case 'suggest':
      return { suggest: retell.suggest(state, question.text) };
    case 'expectations':
      return { expectations: retell.checkText(state, question.text) };
    case 'expect':
      return { expect: { draft: retell.expectationBetween(state, question.source, question.destination) } };
    case 'pinBaseline':
      return { pinBaseline: around.baseline.pin(question.baseline, around.drawn) };
    case 'dropBaseline':
      around.baseline.drop();
      return { dropBaseline: true };
    case 'unselected':
      return { unselected: retell.unselectedIn(state, question.namespace) };
    case 'filter':
      return around.topology ? { filter: retell.runFilter(state, around.topology, question.text) } : {};
    case 'filterHints':
      return { filterHints: retell.filterHints(state, question.text, question.caret) };
    case 'waypoints':
      return { waypoints: retell.waypoints(state) };
    case 'atPlace': {
      const { scene } = around;
      return { atPlace: scene && retell.atPlace(state, scene, question.file, question.offset) };
    }
    case 'lesson':
      return { lesson: { result: around.lessons.check(question.text, state, around.errors) } };
    case 'readLessons':
      return { readLessons: question.texts.map(retell.readLesson) };
    case 'proveLesson':
      return { proveLesson: retell.proveLesson(question.text) };
  }
}

function buffersOf({ picture, changes }: Answer): readonly ArrayBuffer[] {
  const { tones, ports, totals, passing, unknown, locks, isolated } = picture;
  const arrays = [tones, ports, totals, passing, unknown, locks, isolated, changes.pairs, changes.signs];
  return arrays.map(({ buffer }) => buffer);
}
