import type { Answer, CniProfile, PairExplanation } from '../answer';
import { PortSets, protocols, type PortRange, type PortSet, type PortSetId } from '../compile/portSet';
import type { Protocol } from '../model/objects';
import type { PolicyPort } from '../model/policy';
import { nowhere } from '../oracle/randomPolicy';
import { Session } from '../session';

const whole: readonly PortRange[] = [[1, 65535]];

/** Reads what portText wrote. */
export function portsIn(text: string): PortSet {
  if (text === 'every port') return { TCP: whole, UDP: whole, SCTP: whole };
  const found: Record<Protocol, PortRange[]> = { TCP: [], UDP: [], SCTP: [] };
  if (text === 'nothing') return found;
  for (const part of text.split(' · ')) {
    const every = /^every (\w+) port$/.exec(part)?.[1];
    const protocol = protocols.find((one) => one === (every ?? part.split(' ')[0]));
    if (protocol === undefined) throw new RangeError(part);
    if (every !== undefined) found[protocol].push(...whole);
    else {
      for (const range of part.slice(protocol.length + 1).split(', ')) {
        const [from = 0, to = from] = range.split('–').map(Number);
        found[protocol].push([from, to]);
      }
    }
  }
  return found;
}

const sets = new PortSets();

/** Sets of ports as numbers one can calculate with. */
export const known = (text: string): PortSetId => sets.intern(portsIn(text));
export { sets as knownSets };

/** What portText wrote, as entries of a rule; none: every port. */
export function policyPortsIn(text: string): readonly PolicyPort[] {
  if (text === 'every port') return [];
  const ports = portsIn(text);
  return protocols.flatMap((protocol) =>
    ports[protocol].map(([port, endPort]): PolicyPort => ({ protocol, port, endPort, range: nowhere })),
  );
}

/** Explains pairs of one text; which there are, and null for what is none. */
export class Explaining {
  readonly answer: Answer;
  readonly #session = new Session();

  constructor(text: string, cni: CniProfile = 'spec') {
    this.answer = this.#session.analyze([{ id: 'a', name: 'a.yaml', text }], cni);
  }

  /** Ids of all ordered pairs of the picture of which one end is inside. */
  get pairs(): readonly (readonly [string, string])[] {
    const { entities } = this.answer.topology;
    return entities.flatMap((from) =>
      entities.flatMap((to) =>
        from === to || (from.kind === 'external' && to.kind === 'external')
          ? []
          : [[from.id, to.id] as const],
      ),
    );
  }

  find(source: string, destination: string): PairExplanation | null {
    const told = this.#session.explainPair(source, destination);
    return told?.kind === 'pair' ? told : null;
  }

  pair(source: string, destination: string): PairExplanation {
    const told = this.find(source, destination);
    if (told === null) throw new RangeError(`${source} → ${destination} is no pair`);
    return told;
  }
}
