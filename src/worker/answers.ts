import type { EvaluatedText, Pipeline } from '../engine';
import * as retell from '../engine/retell';
import type { EngineHost } from './engineHost';
import type { AnalyzeRequest, Question, Response, ServedRequest, Told } from './protocol';
import { inSlices } from './slices';

export { decodeRegular, parseDocument, proofread } from '../engine/retell';

type Evaluation = NonNullable<Pipeline['drawn']>;

/** Tells whatever is asked about what the host's pipeline made; loaded after the first picture. */
export class Answers {
  readonly #host: EngineHost;
  readonly #findings = new retell.FindingBook();
  readonly #baseline = new retell.PinnedBaseline();
  readonly #lessons = new retell.LessonBook();
  /** Goes up with every search for findings: one on its way is of no more use then. */
  #search = 0;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  async tell(request: Exclude<ServedRequest, AnalyzeRequest>): Promise<Response> {
    const state = this.#host.pipeline.drawn;
    switch (request.type) {
      case 'explainPair': {
        const { revision, source, destination } = request;
        const explanation = state && retell.explainPair(state, source, destination);
        return { type: 'pair', revision, explanation };
      }
      case 'explainEntity': {
        const { revision, entity } = request;
        return { type: 'entity', revision, explanation: state && retell.explainEntity(state, entity) };
      }
      case 'ask': {
        const { id, question } = request;
        return { type: 'told', id, told: state ? await this.#answerTo(question, state) : {} };
      }
    }
  }

  async #answerTo(question: Question, state: Evaluation): Promise<Partial<Told>> {
    const { pipeline, newest, drawn } = this.#host;
    const isOver = (): boolean => pipeline.drawn !== state;
    switch (question.kind) {
      case 'attempt':
        return { attempt: retell.runAttempt(state, question.attempt) };
      case 'suggest':
        return { suggest: retell.suggest(state, question.text) };
      case 'findings':
        return this.#find();
      case 'comparison':
        return this.#compare(question.baseline, state, isOver);
      case 'coverage': {
        const coverage = await inSlices(retell.coverageOf(state), isOver);
        return coverage ? { coverage } : {};
      }
      case 'cniDifferences': {
        const cniDifferences = await inSlices(retell.cniDifferencesOf(state), isOver);
        return cniDifferences ? { cniDifferences } : {};
      }
      case 'expectations':
        return { expectations: retell.checkText(state, question.text) };
      case 'expect':
        return { expect: { draft: retell.expectationBetween(state, question.source, question.destination) } };
      case 'allow': {
        // Edits are for the newest text; while another one is drawn there are none.
        if (newest === null || pipeline.evaluation !== state) return {};
        const steps = retell.allowing(state, question.source, question.destination);
        const allow = await inSlices(steps, () => this.#host.newest !== newest);
        return allow ? { allow: { ...allow, revision: newest.revision } } : {};
      }
      case 'pinBaseline': {
        const text: EvaluatedText | null = drawn && { ...drawn, evaluation: state };
        return { pinBaseline: this.#baseline.pin(question.baseline, text) };
      }
      case 'dropBaseline':
        this.#baseline.drop();
        return { dropBaseline: true };
      case 'unselected':
        return { unselected: retell.unselectedIn(state, question.namespace) };
      case 'filter':
        return newest ? { filter: retell.runFilter(state, newest.topology, question.text) } : {};
      case 'filterHints':
        return { filterHints: retell.filterHints(state, question.text, question.caret) };
      case 'waypoints':
        return { waypoints: retell.waypoints(state) };
      case 'atPlace': {
        const { scene } = pipeline;
        return { atPlace: scene && retell.atPlace(state, scene, question.file, question.offset) };
      }
      case 'lesson': {
        const errors = newest?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
        return { lesson: { result: this.#lessons.check(question.text, state, errors) } };
      }
      case 'readLessons':
        return { readLessons: question.texts.map(retell.readLesson) };
      case 'proveLesson':
        return { proveLesson: retell.proveLesson(question.text) };
      case 'writeLesson': {
        const text = retell.writeLesson(question.draft);
        return { writeLesson: { text, read: retell.proveLesson(text) } };
      }
    }
  }

  /** All findings in the newest text, unless something newer is asked meanwhile. */
  async #find(): Promise<Partial<Told>> {
    const { pipeline, newest } = this.#host;
    const { evaluation } = pipeline;
    const search = ++this.#search;
    if (evaluation === null || newest === null) return {};
    const isOver = (): boolean => this.#search !== search || this.#host.newest !== newest;
    const found = await inSlices(this.#findings.run(evaluation), isOver);
    return found ? { findings: { ...found, revision: newest.revision } } : {};
  }

  /** What is drawn against the baseline, unless something else is drawn meanwhile. */
  async #compare(wanted: number, state: Evaluation, isOver: () => boolean): Promise<Partial<Told>> {
    if (this.#baseline.id !== wanted) return { comparison: 'not-pinned' };
    const steps = this.#baseline.compare(state, this.#host.newest?.topology ?? null);
    const comparison = steps && (await inSlices(steps, isOver));
    return comparison ? { comparison } : {};
  }
}
