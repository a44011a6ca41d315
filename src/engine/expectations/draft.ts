import type { EntityId } from '../answer';
import { firstPort, lastPort, protocols, PortSets, type PortSetId } from '../compile/portSet';
import { findPart } from '../explain/parts';
import type { Evaluation } from '../pipeline';
import { checkExpectations } from './checkExpectations';
import type { Want } from './expectation';
import { partiesOf } from './parties';
import { parseEnd } from './parseEnd';
import { parsePort } from './parsePort';
import { tallyPairs } from './tally';

/** An expectation as it would be written. */
export interface ExpectationDraft {
  readonly want: Want;
  readonly from: string;
  readonly to: string;
  /** As `port` takes them; empty: none is given. */
  readonly ports: readonly string[];
}

/**
 * What holds between two entities now, so that it may be kept that way: what certainly passes between all of them, or
 * that nothing can. Null: neither, it is not decided, or an end cannot be written.
 */
export function expectationBetween(
  state: Evaluation,
  source: EntityId,
  destination: EntityId,
): ExpectationDraft | null {
  const from = writtenEnd(state, source);
  const to = writtenEnd(state, destination);
  if (from === null || to === null) return null;
  const [sources, destinations] = [from, to].map((text) => {
    const end = parseEnd(text);
    return typeof end === 'string' ? null : partiesOf(state, end);
  });
  if (sources?.kind !== 'found' || destinations?.kind !== 'found') return null;
  const { pairs, definite, possible } = tallyPairs(
    state,
    'allow',
    sources.parties,
    destinations.parties,
    () => PortSets.all,
  );
  const draft: ExpectationDraft | null =
    pairs === 0
      ? null
      : possible === PortSets.none
        ? { want: 'block', from, to, ports: [] }
        : definite === PortSets.none
          ? null
          : { want: 'allow', from, to, ports: writtenPorts(state.sets, definite) };
  return draft !== null && holds(state, draft) ? draft : null;
}

/** The shortest way to write an entity that means it and nothing else; null: there is none. */
function writtenEnd(state: Evaluation, id: EntityId): string | null {
  const part = findPart(state, id);
  if (part === null) return null;
  const { facts } = part;
  switch (facts.kind) {
    case 'workload':
    case 'pod': {
      const short = `${facts.namespace}/${facts.name}`;
      return means(state, short, id) ? short : means(state, id, id) ? id : null;
    }
    case 'namespace':
      return `namespace ${facts.namespace}`;
    case 'external':
      return facts.everythingElse ? 'outside' : id.slice('external/'.length);
    case 'outside':
      return 'outside';
    case 'alike':
      return null;
  }
}

function means(state: Evaluation, text: string, id: EntityId): boolean {
  const end = parseEnd(text);
  if (typeof end === 'string') return false;
  const found = partiesOf(state, end);
  if (found.kind !== 'found') return false;
  const [only, another] = found.parties.filter(({ mayBe }) => !mayBe);
  return only?.unit.id === id && another === undefined;
}

function writtenPorts(sets: PortSets, id: PortSetId): readonly string[] {
  if (id === PortSets.all) return [];
  const ports = sets.get(id);
  return protocols.flatMap((protocol) =>
    ports[protocol].map(([from, to]) => {
      if (from === firstPort && to === lastPort) return protocol;
      const range = from === to ? String(from) : `${String(from)}-${String(to)}`;
      return protocol === 'TCP' ? range : `${protocol}/${range}`;
    }),
  );
}

function holds(state: Evaluation, { want, from, to, ports }: ExpectationDraft): boolean {
  const ends = [from, to].map(parseEnd);
  const read = ports.map(parsePort);
  const [source, destination] = ends;
  if (typeof source !== 'object' || typeof destination !== 'object') return false;
  const asked = read.flatMap((port) => (typeof port === 'string' ? [] : [port]));
  const expectation = { want, name: null, from: source, to: destination, ports: asked };
  return checkExpectations(state, [{ expectation, place: null }])[0]?.status === 'passed';
}
