import { n, t } from '../../language/t';
import { copiesOf, idleNote, isIdle } from '../../state/copies';
import { shortName } from '../../ui/cutName';
import type { Box } from '../geometry/box';
import { externalLine, outsideLine, portWords, workloadWords } from '../layout/cardSize';
import type { CardLook, FrameLook, PictureNode, Strength } from '../picture/looks';
import { sampleLocks } from '../picture/nodeSentences';
import { boxOf } from '../picture/placed';
import { withAlike } from '../picture/sentences';
import { badges, lock, titleLock } from './badge';
import { element, widthOf, words } from './element';
import { FADED, PAPER } from './paper';

/** A node of the picture: its ground, its card, or its title. */
export function drawnNode(node: PictureNode): string {
  const box = boxOf(node);
  const isSelected = node.selected === true;
  switch (node.type) {
    case 'frame':
      return frame(box, node.data.outside, node.data.ghosts);
    case 'title':
      return title(box, node.data);
    case 'pods':
      return pods(box, `${node.data.title} ×${String(node.data.count)}`);
    case 'workload': {
      const { entity, card, labels, telling } = node.data;
      const copies = copiesOf(entity);
      return workload(box, {
        card,
        isSelected,
        name: shortName(entity.name, NAME_MOST, telling),
        note: copies > 1 ? `×${String(copies)}` : '',
        ports: workloadWords(entity),
        hasPorts: entity.ports.length > 0 && !isIdle(entity),
        labels,
        badge: entity.hostNetwork ? t`host network` : null,
        isStack: entity.replicas > 1,
      });
    }
    case 'alike': {
      const { entity, card, labels, telling } = node.data;
      const count = entity.members.length;
      const idle = idleNote(entity);
      const workloads = n(count)`${count} workload|${count} workloads`;
      return workload(box, {
        card,
        isSelected,
        name: withAlike(shortName(entity.name, 14, telling), count - 1),
        note: '',
        ports: idle ?? portWords({ ports: entity.ports, workloadKind: workloads }),
        hasPorts: entity.ports.length > 0 && idle === null,
        labels,
        badge: null,
        isStack: true,
      });
    }
    case 'pod':
      return scaled(box, node.data.scale, ({ width, height }) => [
        panel({ x: 0, y: 0, width, height }, node.data.card.strength, isSelected, { rx: 8 }),
        words(8, height / 2 + 4.5, shortName(node.data.short, 10), NAME),
        badges(width - 8, height / 2 - 8, node.data.card),
      ]);
    case 'namespace': {
      const { entity, card, frame: look, inside, ground } = node.data;
      return scaled(box, ground.scale, ({ width, height }) => {
        const { workloads } = entity;
        const count = n(workloads)`${workloads} workload|${workloads} workloads`;
        const share = inside.total > 0 ? `${String(inside.passing)}/${String(inside.total)}` : '';
        return [
          panel({ x: 0, y: 0, width, height }, card.strength, isSelected, { rx: 10 }),
          words(11, 24, shortName(entity.name, 20, look.telling), NAME),
          words(11, 42, look.declared ? count : `${count} · ${t`inferred`}`, SMALL),
          words(11, 58, idleNote(entity) ?? '', SMALL),
          words(11, height - 12, share, { ...SMALL, mono: true }),
          badges(width - 10, height - 24, card),
        ];
      });
    }
    case 'outside': {
      const { entity, strength, ground } = node.data;
      return scaled(box, ground.scale, ({ width, height }) => [
        panel({ x: 0, y: 0, width, height }, strength, isSelected, OUTSIDE),
        words(width / 2, height / 2 - 2, entity.name, { ...NAME, anchor: 'middle' }),
        words(width / 2, height / 2 + 14, outsideLine(entity), { ...SMALL, anchor: 'middle' }),
      ]);
    }
    case 'external': {
      const { entity, telling } = node.data;
      const { x, y, width } = box;
      return faded(
        node.data.strength,
        panel(box, node.data.strength, isSelected, OUTSIDE),
        words(x + width / 2, y + 23, shortName(entity.name, NAME_MOST, telling), {
          ...NAME,
          anchor: 'middle',
        }),
        words(x + width / 2, y + 39, externalLine(entity), { ...SMALL, anchor: 'middle' }),
      );
    }
  }
}

/** Letters the widest card has room for. */
const NAME_MOST = 22;
const NAME = { size: 13, weight: 600, colour: PAPER.text } as const;
const SMALL = { size: 11, colour: PAPER.quiet } as const;
const OUTSIDE = { rx: 26, isOutside: true };

function frame({ x, y, width, height }: Box, isOutside: boolean, ghosts: string): string {
  return element(
    'g',
    {},
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 14,
      fill: isOutside ? 'none' : PAPER.frame,
      stroke: PAPER.frameBorder,
      'stroke-dasharray': isOutside ? '5 4' : null,
    }),
    ...(ghosts === ''
      ? []
      : [
          element('path', {
            transform: `translate(${String(x)} ${String(y)})`,
            d: ghosts,
            fill: 'none',
            stroke: PAPER.frameBorder,
            'stroke-width': 1.5,
            'stroke-dasharray': '6 6',
          }),
        ]),
  );
}

function title({ x, y, width }: Box, look: FrameLook): string {
  const short = shortName(look.title, 20, look.telling);
  const name = look.declared ? short : `${short} ${t`inferred`}`;
  const locks = [
    ...(look.ingressPolicies.length > 0 ? (['in'] as const) : []),
    ...(look.egressPolicies.length > 0 ? (['out'] as const) : []),
  ];
  let right = x + width - 10;
  const chips = locks.toReversed().map((way) => {
    right -= titleLock(way) + 3;
    return lock(right, y + 9, way, sampleLocks.closed);
  });
  const all =
    locks.length === 0
      ? []
      : [words(right - 6, y + 20.5, t`all pods`, { ...SMALL, size: 10, anchor: 'end' })];
  return [words(x + 14, y + 22, name, { ...NAME, colour: PAPER.quiet }), ...chips, ...all].join('');
}

const pods = ({ x, y, width, height }: Box, name: string): string =>
  [
    element('rect', { x, y, width, height, rx: 10, fill: PAPER.surface, stroke: PAPER.border }),
    words(x + 10, y + 17, name, { ...NAME, size: 12, colour: PAPER.quiet }),
  ].join('');

interface WorkloadWords {
  readonly card: CardLook;
  readonly isSelected: boolean;
  readonly name: string;
  readonly note: string;
  readonly ports: string;
  readonly hasPorts: boolean;
  readonly labels: readonly (readonly [string, string])[];
  readonly badge: string | null;
  readonly isStack: boolean;
}

function workload(box: Box, look: WorkloadWords): string {
  const { x, y, width, height } = box;
  const { card } = look;
  const behind = look.isStack
    ? [panel({ ...box, x: x + 4, y: y + 4 }, card.strength, false, { rx: 10 })]
    : [];
  return faded(
    card.strength,
    ...behind,
    panel(box, card.strength, look.isSelected, { rx: 10 }),
    words(x + 11, y + 22, look.name, NAME),
    words(x + width - 11, y + 22, look.note, { ...SMALL, weight: 600, anchor: 'end' }),
    look.labels.length > 0 && height > 70 ? label(x + 11, y + 34, width - 22, look.labels) : '',
    words(x + 11, y + height - 13, look.ports, { ...SMALL, mono: look.hasPorts }),
    look.badge === null
      ? badges(x + width - 10, y + height - 25, card)
      : words(x + width - 11, y + height - 13, look.badge, { ...SMALL, size: 10, anchor: 'end' }),
    card.stub === null
      ? ''
      : words(x - 2, y + height + 11, `+${String(card.stub.count)}`, { ...SMALL, weight: 600 }),
  );
}

/** The first label that fits, and how many more there are. */
function label(x: number, y: number, room: number, labels: readonly (readonly [string, string])[]): string {
  const [[key, value] = ['', '']] = labels;
  const text = `${key.slice(key.lastIndexOf('/') + 1)}=${value}`;
  const most = Math.floor((room - 36) / 6.02);
  const shown = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const width = widthOf(shown, 10, true) + 10;
  const more = labels.length - 1;
  return [
    element('rect', { x, y, width, height: 15, rx: 4, fill: PAPER.frame }),
    words(x + 5, y + 11, shown, { size: 10, mono: true, colour: PAPER.quiet }),
    more > 0 ? words(x + width + 4, y + 11, `+${String(more)}`, { size: 10, colour: PAPER.quiet }) : '',
  ].join('');
}

const panel = (
  { x, y, width, height }: Box,
  strength: Strength,
  isSelected: boolean,
  { rx, isOutside = false }: { readonly rx: number; readonly isOutside?: boolean },
): string =>
  element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx,
    fill: PAPER.surface,
    stroke: isSelected
      ? PAPER.accent
      : strength === 'faded' || !isOutside
        ? PAPER.border
        : PAPER.borderStrong,
    'stroke-width': isSelected ? 2.5 : null,
    'stroke-dasharray': isOutside ? '5 3' : null,
  });

const faded = (strength: Strength, ...parts: readonly string[]): string =>
  element('g', { opacity: strength === 'faded' ? Math.max(FADED, 0.55) : null }, ...parts);

/** A card drawn so much larger than its words are designed. */
const scaled = (
  { x, y, width, height }: Box,
  scale: number,
  draw: (size: { readonly width: number; readonly height: number }) => readonly string[],
): string =>
  element(
    'g',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${String(scale)})` },
    ...draw({ width: width / scale, height: height / scale }),
  );
