import { t } from '../../language/t';
import type { CardLook, LockLook } from '../picture/looks';
import { lockMark, lockState } from '../picture/nodeSentences';
import { element, widthOf, words } from './element';
import { PAPER } from './paper';

const HEIGHT = 16;
const GAP = 3;
const HUB_LETTERS = { dns: 'D', monitoring: 'M', ingress: 'I', busy: 'B' } as const;

/** Which way a lock closes. */
type Way = 'in' | 'out';

const wordOf = (way: Way): string => (way === 'in' ? t`in` : t`out`);

/** Bold letters are wider, in some fonts by a tenth: the lock behind them must not touch the last. */
const boldWidth = (text: string): number => widthOf(text, 10) * 1.1;

/** Room of a lock at the end of a title. */
export const titleLock = (way: Way): number => wordWidth(way) + 21;

/** Badges from right to left, ending at `right`; y is their top. */
export function badges(right: number, y: number, look: CardLook): string {
  const { fromOutside, toOutside, hubs, ingress, egress } = look;
  const drawn: string[] = [];
  let x = right;
  const put = (width: number, draw: (left: number) => string): void => {
    x -= width;
    drawn.push(draw(x));
    x -= GAP;
  };
  put(lockWidth('out', egress), (left) => lock(left, y, 'out', egress));
  put(lockWidth('in', ingress), (left) => lock(left, y, 'in', ingress));
  for (const { kind } of hubs) put(13, (left) => letterBadge(left, y, HUB_LETTERS[kind]));
  if (fromOutside || toOutside) put(12, (left) => globe(left, y));
  return drawn.join('');
}

const wordWidth = (way: Way): number => boldWidth(wordOf(way));

/** The lock itself and the gap after it: none where a question mark stands in its place. */
const lockRoom = (look: LockLook): number => (lockState(look) === 'unsure' ? 0 : 10);

function lockWidth(way: Way, look: LockLook): number {
  const mark = lockMark(look);
  return mark === '' ? titleLock(way) : titleLock(way) - 7 + lockRoom(look) + boldWidth(mark);
}

/** Filled: closed. Dashed: open. Outlined, with numbers: closed for some. A question mark instead of the lock: cannot say. */
export function lock(x: number, y: number, way: Way, look: LockLook): string {
  const state = lockState(look);
  const isAll = state === 'all';
  const mark = lockMark(look);
  const width = lockWidth(way, look);
  const colour = isAll ? PAPER.surface : PAPER.quiet;
  const left = x + 7 + wordWidth(way);
  return element(
    'g',
    {},
    element('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: HEIGHT - 1,
      rx: 7.5,
      fill: isAll ? PAPER.quiet : 'none',
      stroke: PAPER.quiet,
      'stroke-dasharray': state === 'none' ? '2.5 2' : null,
    }),
    words(x + 5, y + 11.5, wordOf(way), { size: 10, weight: 600, colour }),
    ...(state === 'unsure' ? [] : drawnLock(left, y, look.closed > 0, colour)),
    ...(mark === '' ? [] : [words(left + lockRoom(look), y + 11.5, mark, { size: 10, weight: 600, colour })]),
  );
}

function drawnLock(left: number, y: number, isClosed: boolean, colour: string): readonly string[] {
  const [x, top] = [Math.round(left * 10) / 10 + 1.5, Math.round(y * 10) / 10 + 7.5];
  return [
    element('rect', { x: left, y: y + 7.5, width: 7, height: 5, rx: 1, fill: colour }),
    element('path', {
      d: `M${String(x)},${String(top)}v-2a2,2 0 0 1 ${isClosed ? '4,0v2' : '3.8,-0.6'}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.3,
    }),
  ];
}

/** It is reachable from outside, or reaches outside. */
export const globe = (x: number, y: number): string =>
  element(
    'g',
    { fill: 'none', stroke: PAPER.quiet },
    element('circle', { cx: x + 6, cy: y + 8, r: 5.2 }),
    element('ellipse', { cx: x + 6, cy: y + 8, rx: 2.2, ry: 5.2 }),
    element('path', { d: `M${(x + 0.8).toFixed(1)},${(y + 8).toFixed(1)}h10.4` }),
  );

/** It talks to a hub: D for DNS, M for monitoring, I for an ingress controller, B for what else most talk to. */
export const letterBadge = (x: number, y: number, letter: string): string =>
  element(
    'g',
    {},
    element('circle', { cx: x + 6.5, cy: y + 8, r: 6, fill: 'none', stroke: PAPER.quiet }),
    words(x + 6.5, y + 11, letter, { size: 8.5, weight: 700, colour: PAPER.quiet, anchor: 'middle' }),
  );
