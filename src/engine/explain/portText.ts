import { t } from '../../language/t';
import { firstPort, lastPort, protocols, PortSets, type PortRange, type PortSetId } from '../compile/portSet';
import type { Protocol } from '../model/objects';

/** `every port`, `nothing`, `TCP 80, 8000–8080 · every UDP port`: for people only, what it says is in `sets`. */
export function portText(sets: PortSets, id: PortSetId): string {
  if (id === PortSets.all) return t`every port`;
  if (id === PortSets.none) return t`nothing`;
  const ports = sets.get(id);
  return protocols
    .flatMap((protocol) => {
      const ranges = ports[protocol];
      if (ranges.length === 0) return [];
      const isEvery = ranges.some(([from, to]) => from === firstPort && to === lastPort);
      return [isEvery ? everyPortOf(protocol) : `${protocol} ${ranges.map(rangeText).join(', ')}`];
    })
    .join(' · ');
}

/** `every UDP port` */
export const everyPortOf = (protocol: Protocol): string => t`every ${protocol} port`;

const rangeText = ([from, to]: PortRange): string =>
  from === to ? String(from) : `${String(from)}–${String(to)}`;
