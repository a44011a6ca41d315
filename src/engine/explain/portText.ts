import { firstPort, lastPort, protocols, PortSets, type PortSetId } from '../compile/portSet';

export const everyPort = 'every port';

/** `every port`, `nothing`, `TCP 80, 8000–8080 · every UDP port`. */
export function portText(sets: PortSets, id: PortSetId): string {
  if (id === PortSets.all) return everyPort;
  if (id === PortSets.none) return 'nothing';
  const ports = sets.get(id);
  return protocols
    .filter((protocol) => ports[protocol].length > 0)
    .map((protocol) => {
      const texts = ports[protocol].map(([from, to]) =>
        from === to
          ? String(from)
          : from === firstPort && to === lastPort
            ? ''
            : `${String(from)}–${String(to)}`,
      );
      return texts[0] === '' ? `every ${protocol} port` : `${protocol} ${texts.join(', ')}`;
    })
    .join(' · ');
}
