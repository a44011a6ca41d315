import type { ExternalEntity, OutsideFold, WorkloadEntity } from '../../engine';
import { n, t } from '../../language/t';
import { copiesOf, idleWords, isIdle } from '../../state/copies';
import type { Size } from './input';

/** The largest card of a workload. */
export const CARD: Size = { width: 228, height: 88 };
/** A pod's card, where nothing makes it smaller. */
export const POD_CARD: Size = { width: 150, height: 34 };

/** Widths a card may have; what does not fit the widest is shortened. */
const WIDTHS = [164, 196, 228];
const PADDING = 22;
const NAME_LETTER = 8;
const SMALL_LETTER = 6.7;
/** Both locks and the globe, apart from the words on the locks. */
const BADGES = 77;
const LOCK_LETTER = 5.8;
const ICON = 22;
const COUNT = 40;
const HOST_BADGE = 110;

/** Room a workload's card needs. Known before drawing, so that lines and frames can be computed without a browser. */
export function workloadSize(entity: WorkloadEntity): Size {
  const { name, labels, hostNetwork } = entity;
  const top = ICON + name.length * NAME_LETTER + (copiesOf(entity) > 1 || hasPods(entity) ? COUNT : 0);
  const bottom = workloadWords(entity).length * SMALL_LETTER + (hostNetwork ? HOST_BADGE : badgesRoom());
  return { width: widthFor(Math.max(top, bottom) + PADDING), height: labels.length > 0 ? 88 : 66 };
}

const badgesRoom = (): number => BADGES + (t`in`.length + t`out`.length) * LOCK_LETTER;

/** Can it be unfolded into pods? */
export const hasPods = ({ workloadKind, podCount }: WorkloadEntity): boolean =>
  podCount > 0 && workloadKind !== 'Pod';

/** Room for a workload whose pods have a card each. */
export function podsSize(count: number): Size {
  const columns = Math.max(1, Math.round(Math.sqrt(count * 0.36)));
  const rows = Math.ceil(count / columns);
  return {
    width: Math.max(CARD.width, columns * (POD_CARD.width + 8) + 16),
    height: Math.max(CARD.height, rows * (POD_CARD.height + 8) + 32),
  };
}

/** Room for the words on the labels' line. */
export const labelRoom = (entity: WorkloadEntity): number => workloadSize(entity).width - PADDING;

/** What a workload's card says below its name: what listens, or that nothing runs. */
export const workloadWords = (entity: WorkloadEntity): string =>
  isIdle(entity) ? idleWords() : portWords(entity);

/** What the card says of its ports: the first two, or its kind when it declares none. */
export function portWords({ ports, workloadKind }: Pick<WorkloadEntity, 'ports' | 'workloadKind'>): string {
  if (ports.length === 0) return workloadKind;
  // One number may be open for TCP and UDP.
  const numbers = [...new Set(ports.map(({ port }) => `:${String(port)}`))];
  const more = numbers.length > 2 ? ` +${String(numbers.length - 2)}` : '';
  return numbers.slice(0, 2).join(' ') + more;
}

const WHOLE_WORLD = ['0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'];

/** What an external group is, below its name. */
export function externalLine({ everythingElse, ranges, name, short }: ExternalEntity): string {
  if (!everythingElse) return name === short ? t`address range` : t`rest of this range`;
  return WHOLE_WORLD.every((range) => ranges.includes(range)) ? t`every address` : t`no policy names it`;
}

/** What every address outside is as one card, below its name. */
export const outsideLine = ({ groups }: OutsideFold): string =>
  groups > 1
    ? n(groups)`${groups} group of addresses|${groups} groups of addresses`
    : t`every address outside`;

/** Room an external group's card needs. */
export function externalSize(entity: ExternalEntity): Size {
  // Each keeps its size when a policy names a part of it and what it is called changes.
  const [first, second] = entity.everythingElse
    ? [t`Everything else`, '']
    : [entity.short, t`rest of this range`];
  const words = Math.max(ICON + first.length * NAME_LETTER, second.length * SMALL_LETTER);
  return { width: widthFor(words + PADDING + 14), height: 52 };
}

const widthFor = (wanted: number): number => WIDTHS.find((width) => width >= wanted) ?? CARD.width;
