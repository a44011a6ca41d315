import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { SEED } from './cases';
import { kubectlDump } from './dump';
import { generate, type Size } from './generate';

/** What the page costs in a real Chromium. Started by scripts/bench-browser.js, which serves the built page. */

const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    browser: { type: 'string' },
    arguments: { type: 'string', default: '' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const sizes: readonly Size[] = [
  { pods: 100, policies: 50, namespaces: 5, replicas: 2 },
  { pods: 1000, policies: 200, namespaces: 25, replicas: 4 },
  { pods: 10_000, policies: 1000, namespaces: 100, replicas: 5 },
];
const KEYSTROKES = 40;
/** More of the edits by a timer: one in six meets a frame, and few of them would make no 95th percentile. */
const EDITS = 120;

/**
 * Opens and closes all of a namespace with every keystroke at its end, where the selected label stands. Of all
 * policies it is the last, as namespaces are sorted by name.
 */
function toggled({ namespaces }: Size): string {
  const last =
    Array.from({ length: namespaces }, (_, index) => `ns-${String(index)}`)
      .sort()
      .at(-1) ?? '';
  return `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: zz-typed\n  namespace: ${last}\nspec:\n  egress:\n  - {}\n  ingress:\n  - {}\n  podSelector:\n    matchLabels:\n      tier: cache\n`;
}

interface Result {
  readonly size: string;
  readonly dumpMb: number;
  /** From the moment the file is chosen to the verdicts in the page, and … */
  readonly firstAnswerMs: number;
  /** … to the frame with the new picture. */
  readonly firstPictureMs: number;
  /** The longest task; 0: none of more than 50 ms, for shorter ones the browser does not tell. */
  readonly longestBlockWhileOpeningMs: number;
  /** From the key going down to the frame after the status line says the new count. */
  readonly keystrokeP50Ms: number;
  readonly keystrokeP95Ms: number;
  readonly longestBlockWhileTypingMs: number;
  /** From the request to the worker to its answer in the page, no frame in between but by chance. */
  readonly roundTripP50Ms: number;
  readonly roundTripP95Ms: number;
  /** The same with problems and coverage open, which ask the worker after every answer. */
  readonly roundTripAllOnP50Ms: number;
  readonly roundTripAllOnP95Ms: number;
  /** The same where a key is the cause: the browser shows the letter before it hands out the answer. */
  readonly roundTripOfKeyP50Ms: number;
  readonly roundTripOfKeyP95Ms: number;
  readonly panFrameP50Ms: number;
  readonly panFrameP95Ms: number;
  /** Of the page alone; the workers have their own. */
  readonly pageHeapMb: number;
}

/** Runs in the page before anything else; keeps what happens for the bench to read. */
function watch(): void {
  const seen = {
    blocks: [] as number[],
    keys: [] as number[],
    frames: [] as number[],
    trips: [] as number[],
    firstAnswers: [] as number[],
  };
  let chosen = 0;
  document.addEventListener('change', () => (chosen = performance.now()), true);
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocks.push(duration);
  }).observe({ type: 'longtask' });
  globalThis.Worker = class extends Worker {
    #asked = 0;
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<{ type?: string } | null>) => {
        if (data?.type !== 'analysis') return;
        seen.trips.push(performance.now() - this.#asked);
        if (chosen > 0) seen.firstAnswers.push(performance.now() - chosen);
        chosen = 0;
      });
    }
    override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
      if ((message as { type?: string } | null)?.type === 'analyze') this.#asked = performance.now();
      super.postMessage(message, options as StructuredSerializeOptions);
    }
  };
  let pressed = 0;
  let counted = '';
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  const look = (): void => {
    const text = document.querySelector('.app-counts')?.textContent ?? '';
    if (text === counted) return;
    counted = text;
    if (pressed === 0) return;
    const since = pressed;
    pressed = 0;
    // The frame that shows it is over when the one after it begins.
    requestAnimationFrame(() => requestAnimationFrame(() => seen.keys.push(performance.now() - since)));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/** In the page: from now on every frame is asked for, and its time is kept. */
function watchFrames(): void {
  const { seen } = globalThis as unknown as { seen: { frames: number[] } };
  let last = performance.now();
  const frame = (now: number): void => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/**
 * In the page: takes back and makes again the last edit, by a timer. What a key changes the browser shows in a frame
 * before it hands out any message, and so it does after an idle moment; this is the same edit without that wait, while
 * the clock of the frames is running.
 */
async function editByTimer(times: number): Promise<void> {
  const input = document.querySelector('.native-edit-context');
  for (let edit = 0; edit < times; edit++) {
    await new Promise((resolve) => setTimeout(resolve, 150 + (edit % 16)));
    const [key, keyCode] = edit % 2 === 0 ? ['z', 90] : ['y', 89];
    input?.dispatchEvent(
      new KeyboardEvent('keydown', { key, keyCode, ctrlKey: true, bubbles: true, cancelable: true }),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Takes what was seen of one kind since the last time. */
const taken = (
  page: Page,
  kind: 'blocks' | 'keys' | 'frames' | 'trips' | 'firstAnswers',
): Promise<number[]> =>
  page.evaluate((of) => {
    const { seen } = globalThis as unknown as { seen: Record<string, number[]> };
    return seen[of]?.splice(0) ?? [];
  }, kind);

const round = (value: number): number => Math.round(value * 10) / 10;
function percentile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
const longest = (all: readonly number[]): number => round(Math.max(0, ...all));

/** Puts the cursor at the end of the text; what was seen before is forgotten. */
async function goToEnd(page: Page): Promise<void> {
  await page.locator('.native-edit-context').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  for (const kind of ['keys', 'blocks', 'trips'] as const) await taken(page, kind);
}

/** Types and takes back a letter at the end of the text. */
async function typeAtEnd(page: Page): Promise<void> {
  await goToEnd(page);
  for (let key = 0; key < KEYSTROKES; key++) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
}

/** In the page: a place of the picture where no card is taken along. */
function freePlace(): { readonly x: number; readonly y: number } {
  const pane = document.querySelector('.react-flow__pane');
  const { left, top, width, height } = pane?.getBoundingClientRect() ?? new DOMRect();
  for (let x = left + 130; x < left + width - 130; x += 10)
    for (let y = top + 10; y < top + height - 100; y += 10)
      if (document.elementFromPoint(x, y) === pane) return { x, y };
  throw new Error('the picture has no free place');
}

async function measure(size: Size, folder: string, address: string): Promise<Result> {
  const path = join(folder, `dump-${String(size.pods)}.yaml`);
  const text = kubectlDump(size, SEED, `${generate(size, SEED).policies.text}${toggled(size)}`);
  writeFileSync(path, text);
  const browser = await chromium.launch({
    ...(values.browser === undefined ? {} : { executablePath: values.browser }),
    args: values.arguments.split(' ').filter((argument) => argument !== ''),
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.locator('.native-edit-context').waitFor({ state: 'attached' });
  await page.waitForTimeout(4000);

  await taken(page, 'blocks');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  const files = await chooser;
  const start = performance.now();
  const workloads = `${Math.ceil(size.pods / size.replicas).toLocaleString('en')} workloads`;
  const opened = page.waitForFunction(
    (wanted) => document.querySelector('.app-counts')?.textContent.startsWith(wanted) === true,
    workloads,
    { polling: 'raf', timeout: 120_000 },
  );
  await files.setFiles(path);
  await opened;
  const firstPictureMs = round(performance.now() - start);
  await page.waitForTimeout(3000);
  const opening = await taken(page, 'blocks');
  const [firstAnswer = NaN] = await taken(page, 'firstAnswers');

  await typeAtEnd(page);
  const keys = await taken(page, 'keys');
  const typing = await taken(page, 'blocks');
  const tripsOfKeys = await taken(page, 'trips');
  await page.evaluate(watchFrames);
  await page.evaluate(editByTimer, EDITS);
  const trips = await taken(page, 'trips');

  const free = await page.evaluate(freePlace);
  await page.mouse.move(free.x, free.y);
  await page.mouse.down();
  await taken(page, 'frames');
  for (let step = 0; step < 90; step++)
    await page.mouse.move(free.x + 120 * Math.sin(step / 9), free.y + step);
  const frames = await taken(page, 'frames');
  await page.mouse.up();

  await page.getByRole('button', { name: /^Problems/ }).click();
  await page.getByRole('button', { name: 'Coverage' }).click();
  await page.waitForTimeout(2000);
  await goToEnd(page);
  await page.evaluate(editByTimer, EDITS);
  const tripsAllOn = await taken(page, 'trips');

  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await browser.close();
  for (const [what, seen] of Object.entries({ keys, trips, tripsAllOn }))
    if (seen.length < KEYSTROKES / 2) throw new Error(`only ${String(seen.length)} ${what} were seen`);
  return {
    size: `${size.pods.toLocaleString('en')} / ${size.policies.toLocaleString('en')}`,
    dumpMb: round(text.length / 1e6),
    firstAnswerMs: round(firstAnswer),
    firstPictureMs,
    longestBlockWhileOpeningMs: longest(opening),
    keystrokeP50Ms: percentile(keys, 0.5),
    keystrokeP95Ms: percentile(keys, 0.95),
    longestBlockWhileTypingMs: longest(typing),
    roundTripP50Ms: percentile(trips, 0.5),
    roundTripP95Ms: percentile(trips, 0.95),
    roundTripAllOnP50Ms: percentile(tripsAllOn, 0.5),
    roundTripAllOnP95Ms: percentile(tripsAllOn, 0.95),
    roundTripOfKeyP50Ms: percentile(tripsOfKeys, 0.5),
    roundTripOfKeyP95Ms: percentile(tripsOfKeys, 0.95),
    panFrameP50Ms: percentile(frames, 0.5),
    panFrameP95Ms: percentile(frames, 0.95),
    pageHeapMb: round(usedSize / 1e6),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'netpol-bench-'));
try {
  const results: Result[] = [];
  for (const size of values.quick ? sizes.slice(0, 2) : sizes) {
    results.push(await measure(size, folder, values.address ?? 'http://127.0.0.1:4173/'));
  }
  console.table(Object.fromEntries(results.map(({ size, ...rest }) => [size, rest])));
  const measuredOn = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ measuredOn, seed: SEED, results }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
