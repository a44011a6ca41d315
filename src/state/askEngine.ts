import type { EngineClient, QuestionOf } from '../worker/engineClient';
import type { Told } from '../worker/protocol';

let client: Pick<EngineClient, 'ask' | 'readAhead'> | null = null;

/** Says whom `askEngine` asks; connectEngine does. */
export function setAskedEngine(engine: Pick<EngineClient, 'ask' | 'readAhead'> | null): void {
  client = engine;
}

/** Asks about the answer that is drawn; null when the engine cannot answer now. */
export async function askEngine<Kind extends keyof Told>(
  question: QuestionOf<Kind>,
): Promise<Told[Kind] | null> {
  return (await client?.ask<Kind>(question)) ?? null;
}

/**
 * Lets the engine read documents, as UTF-8, whose files are still being put together; null: those came, or will not
 * come. The buffer is gone then.
 */
export function readAhead(utf8: ArrayBuffer | null): void {
  client?.readAhead(utf8);
}
