import type {
  CniProfile,
  EntityExplanation,
  EntityId,
  FileId,
  FoldExplanation,
  PairExplanation,
  SourceFile,
  View,
} from '../engine';
import { english, spokenLanguage } from '../language/t';
import type { Analysis } from './analysis';
import type {
  AnalysisResponse,
  AnswerMessage,
  FileChange,
  LastingParts,
  Question,
  Request,
  Response,
  Told,
} from './protocol';
import { editBetween } from './textEdit';

/** What the page hears from the engine. */
export interface EngineListener {
  analysis(analysis: Analysis): void;
  pair(explanation: PairExplanation | FoldExplanation | null): void;
  entity(explanation: EntityExplanation | null): void;
  /** restarting: the worker crashed or hung and a new one is given the text. failed: it did so twice on this text. */
  state(state: 'ready' | 'restarting' | 'failed'): void;
}

export interface EngineInput {
  readonly revision: number;
  readonly files: readonly SourceFile[];
  readonly cni: CniProfile;
  readonly leap: number;
  readonly view: View;
}

export interface EngineClient {
  /** Asks for the verdicts of this text; a text still waiting is replaced. */
  analyze(input: EngineInput): void;
  /** Documents of files that will be analyzed soon; null: no more of them are needed. */
  readAhead(utf8: ArrayBuffer | null): void;
  explainPair(revision: number, source: EntityId, destination: EntityId): void;
  explainEntity(revision: number, entity: EntityId): void;
  /** Null when the worker fell before it could answer. */
  ask<Kind extends keyof Told>(question: QuestionOf<Kind>): Promise<Told[Kind] | null>;
  dispose(): void;
}

/** The questions of one kind. */
export type QuestionOf<Kind extends keyof Told> = Extract<Question, { readonly kind: Kind }>;

/** The part of Worker that is used, so that tests can bring their own. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface Options {
  readonly createWorker: () => EngineWorker;
  /** Milliseconds without an answer after which the worker counts as hung. */
  readonly patience?: (bytes: number) => number;
}

/** Twenty seconds, and more for texts of many megabytes. */
const defaultPatience = (characters: number): number => 20_000 + characters / 100;

/** Keeps one analysis in flight, the newest waiting; restarts a worker that crashed or hangs. */
export function startEngine(
  listener: EngineListener,
  { createWorker, patience = defaultPatience }: Options,
): EngineClient {
  let worker: EngineWorker | null = null;
  let inFlight: EngineInput | null = null;
  let waiting: EngineInput | null = null;
  let sent = new Map<FileId, SourceFile>();
  /** What the worker need not send again. */
  let lasting: Partial<LastingParts> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAsked = 0;
  const asked = new Map<number, (told: Partial<Told>) => void>();
  let fallen = 0;
  let gaveUp = false;
  let putOff: Analysis | null = null;
  /** What waits for a task of its own, and what must not overtake it. */
  let held: (() => void)[] | null = null;

  const start = (): void => {
    worker = createWorker();
    held = null;
    sent = new Map();
    lasting = {};
    for (const answer of asked.values()) answer({});
    asked.clear();
    worker.onmessage = ({ data }: MessageEvent<Response>) => {
      receive(data);
    };
    worker.onerror = () => {
      fall();
    };
    const language = spokenLanguage();
    if (language !== english) post({ type: 'speak', language });
  };

  const post = (request: Request, transfer: Transferable[] = []): void => {
    const send = (): void => worker?.postMessage(request, { transfer });
    if (held) held.push(send);
    else send();
  };
  const release = (): void => {
    const sends = held ?? [];
    held = null;
    for (const send of sends) send();
  };

  const sendAnalysis = (input: EngineInput): void => {
    inFlight = input;
    const { revision, files, cni, leap, view } = input;
    const changed = files.flatMap((file) => changeOf(file, sent.get(file.id)) ?? []);
    sent = new Map(files.map((file) => [file.id, file]));
    const characters = changed.reduce(
      (sum, { change }) => sum + ('text' in change ? change.text.length : 0),
      0,
    );
    if (characters > MOST_COPIED && !held) {
      held = [];
      setTimeout(release);
    }
    post({
      type: 'analyze',
      revision,
      changed,
      order: files.map(({ id }) => id),
      cni,
      leap,
      view,
    });
    timer = setTimeout(fall, patience(characters));
  };

  /** With the parts the page has; null when one never came, which a worker that was just started cannot cause. */
  const completed = ({ revision, answer }: AnalysisResponse): Analysis | null => {
    const {
      diagnostics = lasting.diagnostics,
      receipt = lasting.receipt,
      topology = lasting.topology,
      changedPolicies = [],
      policies = withChanges(lasting.policies, changedPolicies),
      ...rest
    } = answer;
    if (!diagnostics || !receipt || !topology || !policies) return null;
    lasting = { diagnostics, receipt, topology, policies };
    return { ...rest, diagnostics, receipt, topology, policies, revision };
  };

  const next = (): void => {
    clearTimeout(timer);
    inFlight = null;
    const input = waiting;
    waiting = null;
    if (input) sendAnalysis(input);
  };

  /** The worker is of no more use: a new one gets the newest text, unless that already felled one. */
  const fall = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    fallen++;
    const input = waiting ?? inFlight;
    const again = waiting !== null || fallen < 2;
    gaveUp = !again;
    inFlight = null;
    waiting = null;
    listener.state(again ? 'restarting' : 'failed');
    start();
    if (input && again) sendAnalysis(input);
  };

  /** Hands out the answer that was put off. */
  const handOut = (): void => {
    const analysis = putOff;
    putOff = null;
    if (analysis) listener.analysis(analysis);
  };

  const receive = (response: Response): void => {
    handOut();
    switch (response.type) {
      case 'ready':
        if (!gaveUp) listener.state('ready');
        break;
      case 'analysis': {
        fallen = 0;
        if (gaveUp) listener.state('ready');
        gaveUp = false;
        const analysis = completed(response);
        next();
        putOff = analysis;
        // Another picture is drawn in a task of its own: to take all of it over was work enough for one.
        if (response.answer.topology) setTimeout(handOut);
        else handOut();
        break;
      }
      case 'pair':
        listener.pair(response.explanation);
        break;
      case 'entity':
        listener.entity(response.explanation);
        break;
      case 'told':
        asked.get(response.id)?.(response.told);
        asked.delete(response.id);
        break;
      case 'failed':
        if (response.revision === inFlight?.revision) fall();
        break;
    }
  };

  start();
  return {
    analyze: (input) => {
      if (inFlight) waiting = input;
      else sendAnalysis(input);
    },
    readAhead: (utf8) => {
      post({ type: 'readAhead', utf8 }, utf8 === null ? [] : [utf8]);
    },
    explainPair: (revision, source, destination) => {
      post({ type: 'explainPair', revision, source, destination });
    },
    explainEntity: (revision, entity) => {
      post({ type: 'explainEntity', revision, entity });
    },
    ask: (question) => {
      const id = ++lastAsked;
      post({ type: 'ask', revision: 0, id, question });
      return new Promise((resolve) => {
        asked.set(id, (told) => {
          resolve(told[question.kind] ?? null);
        });
      });
    },
    dispose: () => {
      clearTimeout(timer);
      putOff = null;
      worker?.terminate();
    },
  };
}

/** More text than this is copied in a task of its own: whoever gave it has work of their own to do with it. */
const MOST_COPIED = 8_000_000;

/** An edit larger than this is sent as the whole text. */
const MOST_EDITED = 100_000;

/** Null when the worker has the file as it is. */
function changeOf(file: SourceFile, sent: SourceFile | undefined): FileChange | null {
  if (file === sent) return null;
  const { id, name, text } = file;
  const edit = sent && editBetween(sent.text, text);
  return { id, name, change: edit && edit.inserted.length < MOST_EDITED ? edit : { text } };
}

function withChanges(
  policies: Analysis['policies'] | undefined,
  changes: NonNullable<AnswerMessage['changedPolicies']>,
): Analysis['policies'] | undefined {
  if (policies === undefined || changes.length === 0) return policies;
  const next = [...policies];
  for (const [index, policy] of changes) next[index] = policy;
  return next;
}
