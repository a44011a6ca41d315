import { serialize } from 'node:v8';
import { plainView, type Picture } from '../engine';
import * as answers from '../worker/answers';
import { EngineHost, type Reply } from '../worker/engineHost';
import type { AnalyzeRequest, FileChange } from '../worker/protocol';
import { timed } from './clock';
import { edited, type FileEdit } from './edits';
import type { Generated } from './generate';

/** What one request cost. */
interface Answered {
  readonly ms: number;
  /** Copied between the threads, in both directions. */
  readonly clonedBytes: number;
}

/** A page's workspace, served as the worker serves it but in this thread. */
export class Workspace {
  files: Generated;
  /** The newest. */
  picture: Picture;
  readonly #host = new EngineHost(() => Promise.resolve(answers), answers);
  #revision = 0;

  constructor(files: Generated) {
    this.files = files;
    const { cluster, policies } = files;
    const changed = [policies, cluster].map(({ id, name, text }) => ({ id, name, change: { text } }));
    this.picture = this.#serve(changed).picture;
  }

  /** Sends one edit. Only what the worker does is timed. */
  type(typed: FileEdit): Answered {
    this.files = edited(this.files, typed);
    const { name } = typed.file === 'policies' ? this.files.policies : this.files.cluster;
    const answered = this.#serve([{ id: typed.file, name, change: typed.edit }]);
    this.picture = answered.picture;
    return answered;
  }

  #serve(changed: readonly FileChange[]): Answered & { readonly picture: Picture } {
    const request: AnalyzeRequest = {
      type: 'analyze',
      revision: ++this.#revision,
      changed,
      order: ['policies', 'cluster'],
      cni: 'spec',
      leap: 0,
      view: plainView,
    };
    const { ms, result } = timed(() => this.#host.analyze(request));
    const { response } = result;
    if (response.type !== 'analysis') throw new TypeError(`no analysis but ${response.type}`);
    return {
      ms,
      clonedBytes: clonedBytes(result) + serialize(request).length,
      picture: response.answer.picture,
    };
  }
}

/** What is copied of a message between threads, in bytes: arrays are handed over. */
function clonedBytes({ response }: Reply): number {
  return serialize(
    JSON.parse(JSON.stringify(response, (_, value: unknown) => (ArrayBuffer.isView(value) ? 0 : value))),
  ).length;
}
