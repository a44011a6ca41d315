import { Tone } from '../../engine';
import { t } from '../../language/t';
import type { PairLook } from '../picture/looks';
import { sampleLocks } from '../picture/nodeSentences';
import { globe, letterBadge, lock } from './badge';
import { widthOf, words } from './element';
import { drawnLine } from './line';
import { PAPER } from './paper';

/** Kinds of lines that have a row of their own. */
export type LegendKind =
  'every' | 'some' | 'several' | 'behind' | 'open' | 'blocked-out' | 'blocked-in' | 'unknown';

const rows = (): readonly { readonly kind: LegendKind; readonly tone: Tone; readonly text: string }[] => [
  { kind: 'some', tone: Tone.partial, text: t`can reach on the ports shown` },
  { kind: 'every', tone: Tone.allowed, text: t`can reach on every port` },
  { kind: 'several', tone: Tone.partial, text: t`several pairs: the wider, the more of them pass` },
  { kind: 'behind', tone: Tone.partial, text: t`thin: can reach, at least in part` },
  { kind: 'open', tone: Tone.open, text: t`can reach: nothing decides this` },
  { kind: 'blocked-out', tone: Tone.blockedEgress, text: t`cannot reach: stopped leaving the source` },
  { kind: 'blocked-in', tone: Tone.blockedIngress, text: t`cannot reach: stopped entering the destination` },
  { kind: 'unknown', tone: Tone.unknown, text: t`cannot say` },
];

/** Which row tells about a line; null: none is drawn. */
export function legendKind({ tone, share }: Pick<PairLook, 'tone' | 'share'>): LegendKind | null {
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.open:
      return 'open';
    case Tone.allowed:
      return share === null ? 'every' : 'several';
    case Tone.partial:
      return share === null ? 'some' : 'several';
    case Tone.blockedEgress:
      return 'blocked-out';
    case Tone.blockedIngress:
      return 'blocked-in';
    case Tone.unknown:
      return 'unknown';
  }
}

const HALF = { passing: 1, total: 2 };
const FEW = { passing: 0, total: 2 };
const ROW = 24;
const SAMPLE = 66;
/** Between what one column says and what the next one draws. */
const GAP = 24;
const LETTERS = 12;

/** A legend of what occurs, from the origin, in as many columns as there is room for. */
export function legend(
  width: number,
  kinds: ReadonlySet<LegendKind>,
  { globes, hubs }: { readonly globes: boolean; readonly hubs: boolean },
): { readonly svg: string; readonly height: number } {
  const samples = [
    ...rows()
      .filter(({ kind }) => kinds.has(kind))
      .map(({ kind, tone, text }) => ({
        text,
        draw: (left: number, middle: number): string =>
          drawnLine({
            tone,
            both: kind === 'open',
            share: kind === 'several' ? HALF : kind === 'behind' ? FEW : null,
            curve: {
              start: { x: left, y: middle },
              control: { x: left + 25, y: middle },
              end: { x: left + 50, y: middle },
            },
            stop: kind === 'blocked-out' ? 0.34 : kind === 'blocked-in' ? 0.56 : null,
            strength: 'plain',
            selected: false,
            scale: 1,
          }),
      })),
    {
      text: t`isolated: only what a policy allows comes in (out)`,
      draw: (left: number, middle: number) => lock(left + 8, middle - 8, 'in', sampleLocks.closed),
    },
    {
      text: t`no policy isolates it in this direction`,
      draw: (left: number, middle: number) => lock(left + 8, middle - 8, 'in', sampleLocks.open),
    },
    ...(kinds.has('unknown')
      ? [
          {
            text: t`whether a policy isolates it cannot be said`,
            draw: (left: number, middle: number) => lock(left + 8, middle - 8, 'in', sampleLocks.unsure),
          },
        ]
      : []),
    ...(globes
      ? [
          {
            text: t`reachable from outside, or can reach outside`,
            draw: (left: number, middle: number) => globe(left + 18, middle - 8),
          },
        ]
      : []),
    ...(hubs
      ? [
          {
            text: t`connected with DNS, monitoring, ingress or other hubs`,
            draw: (left: number, middle: number) =>
              ['D', 'M', 'I', 'B']
                .map((letter, at) => letterBadge(left + at * 14, middle - 8, letter))
                .join(''),
          },
        ]
      : []),
  ];
  const longest = Math.max(...samples.map(({ text }) => widthOf(text, LETTERS)));
  const column = SAMPLE + longest + GAP;
  const columns = Math.max(1, Math.min(samples.length, Math.floor((width + GAP) / column)));
  const perColumn = Math.ceil(samples.length / columns);
  const svg = samples.map(({ text, draw }, index) => {
    const left = Math.floor(index / perColumn) * column;
    const middle = (index % perColumn) * ROW + ROW / 2;
    return (
      draw(left, middle) + words(left + SAMPLE, middle + 4, text, { size: LETTERS, colour: PAPER.quiet })
    );
  });
  return { svg: svg.join(''), height: perColumn * ROW };
}
