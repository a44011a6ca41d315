import { Match } from '../compile/match';
import type { Space } from '../compile/space';
import type { Peer } from '../model/policy';

/** The best match of any of these peers, written in a policy of `namespace`, for one face. */
export function matchOf(space: Space, peers: readonly Peer[], namespace: string, face: number): Match {
  const match = space.matchesOf(peers, namespace)[face];
  return match === Match.yes ? Match.yes : match === Match.maybe ? Match.maybe : Match.no;
}
