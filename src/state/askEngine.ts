import type { EngineClient, QuestionOf } from '../worker/engineClient';
import type { Told } from '../worker/protocol';

let client: Pick<EngineClient, 'ask'> | null = null;

/** Says whom `askEngine` asks; connectEngine does. */
export function setAskedEngine(engine: Pick<EngineClient, 'ask'> | null): void {
  client = engine;
}

/** Asks about the answer that is drawn; null when the engine cannot answer now. */
export async function askEngine<Kind extends keyof Told>(
  question: QuestionOf<Kind>,
): Promise<Told[Kind] | null> {
  return (await client?.ask<Kind>(question)) ?? null;
}
