import type { Answer, Entity } from '../../engine';
import { t } from '../../language/t';
import { HUB, type Survey } from './survey';
import { ALLOWED, KIND_OF_TONE } from './toneClass';

/** What most of a cluster talks to, so that its lines hide all the others. busy: it just has that many. */
export type HubKind = 'dns' | 'monitoring' | 'ingress' | 'busy';

const NAMES: readonly { readonly kind: HubKind; readonly name: RegExp }[] = [
  { kind: 'dns', name: /^(kube-dns|coredns|node-?local-?dns)/ },
  {
    kind: 'monitoring',
    name: /(^|[-_.])(prometheus|monitoring|observability|vmagent|victoria-?metrics|datadog|grafana-agent)($|[-_.])/,
  },
  {
    kind: 'ingress',
    name: /ingress-?nginx|nginx-ingress|ingress-controller|ingress-?gateway|^traefik|^haproxy-ingress|^contour|^kong($|-)/,
  },
];
const DNS_PORT = 53;
/** Lines with more than this share of the others make a hub, … */
const BUSY = 0.6;
/** … unless the picture is too small to tell, … */
const OTHERS_LEAST = 10;
/** … or too many have as many: where everybody talks to everybody nobody is a hub. */
const HUBS_MOST = 0.08;
const MANY_CARDS = 40;

/** Which hub each entity is; null: none. */
export function hubsOf({ topology: { entities }, picture: { tones } }: Answer): readonly (HubKind | null)[] {
  const named = entities.map(namedHub);
  if (entities.length <= OTHERS_LEAST) return named;
  const busy = busiest(tones, entities.length);
  const extra = busy.filter((is) => is === 1).length;
  if (extra > Math.max(2, entities.length * HUBS_MOST)) return named;
  return named.map((kind, index) => {
    const inside = entities[index]?.kind !== 'external' && entities[index]?.kind !== 'outside';
    return kind ?? (inside && busy[index] === 1 ? 'busy' : null);
  });
}

/** Hubs of a large picture are drawn as glyphs unless the person says otherwise, or no line of what passes would be left. */
export function foldsHubs(
  { topology: { entities }, picture: { tones } }: Answer,
  hubs: readonly (HubKind | null)[],
): boolean {
  const size = entities.length;
  const isLeft = (source: number, destination: number): boolean =>
    hubs[destination] === null && KIND_OF_TONE[tones[source * size + destination] ?? 0] === ALLOWED;
  return (
    size > MANY_CARDS &&
    hubs.some((hub, source) => hub === null && hubs.some((_, destination) => isLeft(source, destination)))
  );
}

function namedHub(entity: Entity): HubKind | null {
  if (entity.kind === 'external' || entity.kind === 'outside') return null;
  const labels = entity.kind === 'namespace' ? [] : entity.labels;
  const names = [entity.name, ...labels.map(([, value]) => value)];
  if (entity.kind === 'pod') names.push(entity.workload.slice(entity.workload.lastIndexOf('/') + 1));
  const kind = NAMES.find(({ name }) => names.some((one) => name.test(one)))?.kind ?? null;
  if (kind !== 'dns' || entity.kind === 'namespace') return kind;
  return entity.ports.length === 0 || entity.ports.some(({ port }) => port === DNS_PORT) ? kind : null;
}

function busiest(tones: Uint8Array, size: number): Uint8Array {
  const partners = new Uint32Array(size);
  for (let one = 0; one < size; one++)
    for (let other = one + 1; other < size; other++) {
      const there = KIND_OF_TONE[tones[one * size + other] ?? 0];
      const back = KIND_OF_TONE[tones[other * size + one] ?? 0];
      if (there !== ALLOWED && back !== ALLOWED) continue;
      partners[one] = (partners[one] ?? 0) + 1;
      partners[other] = (partners[other] ?? 0) + 1;
    }
  return Uint8Array.from(partners, (count) => Number(count > (size - 1) * BUSY));
}

/** What an entity has with a hub. */
export interface HubGlyph {
  readonly kind: HubKind;
  readonly sentence: string;
}

/** Per entity a glyph for every kind of hub it has connections with that no line tells. */
export function hubGlyphs(
  hubs: readonly (HubKind | null)[],
  { cells }: Survey,
  drawn: Uint8Array,
  names: readonly string[],
): ReadonlyMap<number, readonly HubGlyph[]> {
  const size = hubs.length;
  const glyphs = new Map<number, HubGlyph[]>();
  const isTold = (cell: number): boolean => ((cells[cell] ?? 0) & HUB) !== 0 && drawn[cell] === 0;
  hubs.forEach((kind, hub) => {
    if (kind === null) return;
    for (let other = 0; other < size; other++) {
      const leaves = isTold(other * size + hub);
      const enters = isTold(hub * size + other);
      if (other === hub || !(leaves || enters)) continue;
      const name = names[hub] ?? '';
      const sentence = leaves
        ? enters
          ? t`to and from ${name}`
          : t`can reach ${name}`
        : t`${name} can reach it`;
      const list = glyphs.get(other) ?? [];
      const same = list.findIndex((glyph) => glyph.kind === kind);
      const before = list[same];
      if (before === undefined) list.push({ kind, sentence });
      else list[same] = { kind, sentence: `${before.sentence}; ${sentence}` };
      glyphs.set(other, list);
    }
  });
  return glyphs;
}
