import { isRegular, Pipeline, type Answer, type FileId, type SourceFile } from '../engine';
import type * as late from './answers';
import type {
  AnalyzeRequest,
  AnswerMessage,
  AskRequest,
  FileChange,
  LastingParts,
  Response,
  ServedRequest,
} from './protocol';
import { applyEdit } from './textEdit';

/** A response with the buffers that are handed over instead of copied. */
export interface Reply {
  readonly response: Response;
  readonly transfer: readonly ArrayBuffer[];
}

/** What is not needed for the first picture. */
export type Late = typeof late;

/** Texts of more characters than this wait for the fast reader. */
const LARGE = 200_000;

/** Whether something can be read, or read faster, or told more of, only with what comes late. */
const needsLate = ({ change }: FileChange): boolean =>
  !('text' in change) ||
  change.text.length > LARGE ||
  change.text.includes('netpol-playground/') ||
  !isRegular(change.text);

/** Takes turns with other requests: nobody has to wait for it. */
export function isLong(request: ServedRequest): request is AskRequest {
  return (
    request.type === 'ask' &&
    ['allow', 'findings', 'comparison', 'coverage', 'cniDifferences'].includes(request.question.kind)
  );
}

/** One analysis: what was asked for and what came of it. */
export interface Analyzed extends Pick<Answer, 'topology' | 'diagnostics'> {
  readonly revision: number;
  readonly files: readonly SourceFile[];
  readonly cni: AnalyzeRequest['cni'];
}

/** Serves one page: keeps its files, the engine's pipeline, and what the page has been sent already. */
export class EngineHost {
  readonly pipeline = new Pipeline();
  /** The newest analysis, … */
  newest: Analyzed | null = null;
  /** … and the newest that is drawn. */
  drawn: Analyzed | null = null;
  readonly #files = new Map<FileId, SourceFile>();
  readonly #load: () => Promise<Late>;
  #answers: Promise<late.Answers> | null = null;
  #sent: Partial<LastingParts> = {};
  #isEquipped = false;

  /**
   * `load` fetches what is not needed for the first picture; it is called after that. Who has it `atHand` already is
   * served with it from the start.
   */
  constructor(load: () => Promise<Late>, atHand: Late | null = null) {
    this.#load = load;
    if (atHand) this.#equip(atHand);
  }

  async serve(request: ServedRequest): Promise<Reply> {
    if (request.type === 'analyze') {
      if (!this.#isEquipped && request.changed.some(needsLate)) await this.#late();
      return this.analyze(request);
    }
    const answers = await this.#late();
    return { response: await answers.tell(request), transfer: [] };
  }

  /** What could not be read ahead, as not all of it is loaded, is read in its time. */
  async readAhead(text: string | null): Promise<void> {
    await this.prepare();
    if (text === null) this.pipeline.forgetAhead();
    else if (this.#isEquipped) this.pipeline.readAhead(text);
  }

  /** Fetches what is not needed for the first picture; where that fails it is tried again when it is needed. */
  async prepare(): Promise<void> {
    await this.#late().catch(() => undefined);
  }

  #equip({ decodeRegular, parseDocument, proofread }: Late): void {
    this.#isEquipped = true;
    this.pipeline.readRegular = decodeRegular;
    this.pipeline.parse = parseDocument;
    this.pipeline.proofread = proofread;
  }

  #late(): Promise<late.Answers> {
    this.#answers ??= this.#load().then(
      (loaded) => {
        this.#equip(loaded);
        return new loaded.Answers(this);
      },
      (error: unknown) => {
        this.#answers = null;
        throw error;
      },
    );
    return this.#answers;
  }

  /** The same at once, without waiting for anything. */
  analyze({ revision, changed, order, cni, leap, view }: AnalyzeRequest): Reply {
    for (const file of changed) this.#files.set(file.id, this.#changedFile(file));
    const open = order.flatMap((id) => this.#files.get(id) ?? []);
    for (const id of [...this.#files.keys()]) if (!order.includes(id)) this.#files.delete(id);
    const answer = this.pipeline.analyze(open, cni, leap, view);
    const { topology, diagnostics } = answer;
    this.newest = { revision, files: open, cni, topology, diagnostics };
    if (answer.drawable) this.drawn = this.newest;
    else if (this.drawn) this.drawn = { ...this.drawn, cni, topology };
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

function buffersOf({ picture, changes }: Answer): readonly ArrayBuffer[] {
  const { tones, ports, totals, passing, unknown, locks, isolated, perhapsIsolated } = picture;
  const counts = [ports, totals, passing, unknown, isolated, perhapsIsolated, changes.pairs];
  return [...counts, tones, locks, changes.signs].map(({ buffer }) => buffer);
}
