/** Milliseconds of work without a pause. */
const SLICE = 8;

/**
 * Does long work a few milliseconds at a time; what arrives in the meantime is served first. Null: given up, because it
 * `isOver`.
 */
export async function inSlices<T>(
  steps: Generator<undefined, T>,
  isOver: () => boolean,
  now: () => number = () => performance.now(),
): Promise<T | null> {
  let started = now();
  while (!isOver()) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - started < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    started = now();
  }
  return null;
}
