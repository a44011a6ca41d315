import { Session, type Answer, type FileId, type SourceFile } from '../engine';
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

/** Serves one page: keeps its files, the engine's session, and what the page has been sent already. */
export class EngineHost {
  readonly #session = new Session();
  readonly #files = new Map<FileId, SourceFile>();
  #sent: Partial<LastingParts> = {};

  serve(request: Request): Reply {
    const { revision } = request;
    switch (request.type) {
      case 'analyze':
        return this.#analyze(request);
      case 'explainPair': {
        const explanation = this.#session.explainPair(request.source, request.destination);
        return { response: { type: 'pair', revision, explanation }, transfer: [] };
      }
      case 'explainEntity': {
        const explanation = this.#session.explainEntity(request.entity);
        return { response: { type: 'entity', revision, explanation }, transfer: [] };
      }
      case 'ask':
        return {
          response: { type: 'told', id: request.id, told: this.#tell(request.question) },
          transfer: [],
        };
    }
  }

  #tell(question: Question): Partial<Told> {
    switch (question.kind) {
      case 'attempt':
        return { attempt: this.#session.attempt(question.attempt) };
      case 'suggest':
        return { suggest: this.#session.suggest(question.text) };
    }
  }

  #analyze({ revision, changed, order, cni, leap, view }: AnalyzeRequest): Reply {
    for (const file of changed) this.#files.set(file.id, this.#changedFile(file));
    const open = order.flatMap((id) => this.#files.get(id) ?? []);
    for (const id of [...this.#files.keys()]) if (!order.includes(id)) this.#files.delete(id);
    const answer = this.#session.analyze(open, cni, leap, view);
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
      ...(policies !== sent.policies && { policies }),
    };
  }
}

function buffersOf({ picture, changes }: Answer): readonly ArrayBuffer[] {
  const { tones, ports, totals, passing, unknown, locks, isolated } = picture;
  const arrays = [tones, ports, totals, passing, unknown, locks, isolated, changes.pairs, changes.signs];
  return arrays.map(({ buffer }) => buffer);
}
