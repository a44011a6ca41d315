import type { EntityExplanation, PairExplanation, Place } from '../engine';

/** A place that has a say in what is selected: a policy that isolates, a rule that grants, the peer it grants to. */
export interface DecidingPlace {
  readonly role: 'policy' | 'rule' | 'peer';
  readonly place: Place;
}

/** Everything in the text that decides about a pair: both sides, rules only where they let something through. */
export function placesOfPair({ egress, ingress }: PairExplanation): readonly DecidingPlace[] {
  return [egress, ingress].flatMap((side) =>
    side.policies.flatMap(({ place, rules }): DecidingPlace[] => [
      { role: 'policy', place },
      ...rules
        .filter(({ granted }) => granted)
        .flatMap((rule): DecidingPlace[] => [
          { role: 'rule', place: rule.place },
          ...(rule.peerPlace === null ? [] : [{ role: 'peer' as const, place: rule.peerPlace }]),
        ]),
    ]),
  );
}

/** The policies that select an entity. */
export function placesOfEntity({
  selectedBy,
}: Pick<EntityExplanation, 'selectedBy'>): readonly DecidingPlace[] {
  return selectedBy.map(({ place }) => ({ role: 'policy', place }));
}
