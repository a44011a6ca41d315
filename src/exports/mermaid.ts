import { Tone, type Entity, type Picture, type Topology } from '../engine';
import { n, t } from '../language/t';
import type { Seen } from '../state/seen';
import type { ShownEdges } from '../state/viewStore';

/** Mermaid refuses to draw more than this by itself. */
const LINES_MOST = 480;

export interface MermaidWishes {
  readonly title: string;
  /** The kinds of connections that are wanted. */
  readonly shown: ShownEdges;
  /** What the filters leave of the picture; null: everything. */
  readonly seen: Seen | null;
}

interface Line {
  readonly kind: 'allowed' | 'open' | 'blocked' | 'unknown';
  readonly text: string;
}

const HIDDEN = 2;

/** The picture as a Mermaid flowchart: namespaces as subgraphs, and a line for each connection that is shown. */
export function mermaidOf(
  topology: Topology,
  picture: Picture,
  { title, shown, seen }: MermaidWishes,
): string {
  const { entities } = topology;
  const size = entities.length;
  const isShown = (index: number): boolean => seen?.cards[index] !== HIDDEN;
  const lines: Line[] = [];
  for (let source = 0; source < size; source++)
    for (let destination = 0; destination < size; destination++) {
      const cell = source * size + destination;
      if (source === destination || seen?.cells[cell] === HIDDEN) continue;
      const kind = kindOf(picture, cell);
      if (kind === null || (kind !== 'unknown' && !shown[kind])) continue;
      const back = destination * size + source;
      const isBoth = kind === 'open' && kindOf(picture, back) === 'open' && seen?.cells[back] !== HIDDEN;
      if (isBoth && source > destination) continue;
      lines.push({
        kind,
        text: `${node(source)} ${arrow(picture, cell, kind, isBoth)} ${node(destination)}`,
      });
    }
  const drawn = [...ORDER].flatMap((kind) => lines.filter((line) => line.kind === kind)).slice(0, LINES_MOST);
  const missing = lines.length - drawn.length;
  const styles = ORDER.flatMap((kind) => {
    const indices = drawn.flatMap((line, index) => (line.kind === kind ? [index] : []));
    return indices.length === 0 ? [] : [`  linkStyle ${indices.join(',')} ${STYLES[kind]}`];
  });
  return [
    `---`,
    `title: ${JSON.stringify(title)}`,
    `---`,
    'flowchart LR',
    ...subgraphs(topology, isShown),
    ...drawn.map(({ text }) => `  ${text}`),
    ...(missing > 0 ? [`  %% ${leftOut(missing)}`] : []),
    ...styles,
    '',
  ].join('\n');
}

const leftOut = (count: number): string =>
  n(count)`${count} more connection is left out|${count} more connections are left out`;

const ORDER = ['allowed', 'unknown', 'open', 'blocked'] as const;

const STYLES: Readonly<Record<Line['kind'], string>> = {
  allowed: 'stroke:#0072b2,stroke-width:2px',
  unknown: 'stroke:#7b3f98',
  open: 'stroke:#64748b',
  blocked: 'stroke:#b3400b',
};

const node = (index: number): string => `n${String(index)}`;

const KINDS: readonly (Line['kind'] | null)[] = Object.values(Tone).map(kindOfTone);

const kindOf = ({ tones }: Picture, cell: number): Line['kind'] | null => KINDS[tones[cell] ?? 0] ?? null;

function kindOfTone(tone: Tone): Line['kind'] | null {
  switch (tone) {
    case Tone.none:
      return null;
    case Tone.open:
      return 'open';
    case Tone.allowed:
    case Tone.partial:
      return 'allowed';
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return 'blocked';
    case Tone.unknown:
      return 'unknown';
  }
}

/** Allowed with its ports, open plain, blocked dotted with a cross, undecided dotted with a question mark. */
function arrow(picture: Picture, cell: number, kind: Line['kind'], isBoth: boolean): string {
  const total = picture.totals[cell] ?? 1;
  const share = total > 1 ? t`${picture.passing[cell] ?? 0} of ${total}` : null;
  switch (kind) {
    case 'allowed':
      return `-->|${quoted(share ?? allowedPorts(picture, cell))}|`;
    case 'open':
      return isBoth ? '---' : '-->';
    case 'blocked':
      return '-.-x';
    case 'unknown':
      return '-.->|"?"|';
  }
}

function allowedPorts({ inPart, portTexts, ports }: Picture, cell: number): string {
  return inPart.has(cell) ? t`some addresses` : (portTexts[ports[cell] ?? 0] ?? '');
}

function subgraphs({ entities }: Topology, isShown: (index: number) => boolean): readonly string[] {
  const groups = new Map<string | null, string[]>();
  entities.forEach((entity, index) => {
    if (!isShown(index)) return;
    const namespace = 'namespace' in entity && entity.kind !== 'namespace' ? entity.namespace : null;
    const group = groups.get(namespace) ?? [];
    groups.set(namespace, group);
    group.push(`${node(index)}${shape(entity)}`);
  });
  let count = 0;
  return [...groups].flatMap(([namespace, nodes]) =>
    namespace === null
      ? nodes.map((text) => `  ${text}`)
      : [
          `  subgraph s${String(count++)}[${quoted(namespace)}]`,
          ...nodes.map((text) => `    ${text}`),
          '  end',
        ],
  );
}

function shape(entity: Entity): string {
  switch (entity.kind) {
    case 'workload':
    case 'pod':
      return `[${quoted(entity.name)}]`;
    case 'alike':
      return `[${quoted(t`${entity.name} and ${entity.members.length - 1} alike`)}]`;
    case 'namespace':
      return `[${quoted(t`namespace ${entity.name}`)}]`;
    case 'external':
    case 'outside':
      return `([${quoted(entity.name)}])`;
  }
}

/** Quoted words may hold anything but quotes and what Mermaid reads as a code. */
const quoted = (text: string): string =>
  `"${text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')}"`;
