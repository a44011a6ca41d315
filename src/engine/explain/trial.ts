import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { NEAR_MISSES, type NearMiss, type NearMissStep } from '../evidence';
import type { PolicyType } from '../model/policy';
import { missWords } from './missWords';
import type { NearRule } from './nearRules';
import { portText } from './portText';
import { supposedPorts } from './suppose';
import { supposing } from './supposing';

/** So many ways are tried before giving up. */
const MOST_TRIALS = 60;

/** Tries ways, and keeps those with which the pair passes. */
export class Trial {
  readonly found: NearMiss[] = [];
  readonly #state: Evaluated;
  readonly #from: NamedEnd;
  readonly #to: NamedEnd;
  readonly #asked: PortSetId;
  readonly #told = new Set<string>();
  #left = MOST_TRIALS;

  constructor(state: Evaluated, from: NamedEnd, to: NamedEnd, asked: PortSetId) {
    this.#state = state;
    this.#from = from;
    this.#to = to;
    this.#asked = asked;
  }

  get isOver(): boolean {
    return this.found.length >= NEAR_MISSES || this.#left <= 0;
  }

  /** True when it passes with these. */
  try(rules: readonly NearRule[]): boolean {
    this.#left--;
    const { sets } = this.#state;
    const supposed = supposing(this.#state, this.#from.id, rules);
    if (supposed === null) return false;
    const passing = supposedPorts(this.#state, this.#from.end, this.#to.end, supposed);
    const gained = sets.intersect(passing, this.#asked);
    if (gained === PortSets.none) return false;
    const steps = rules.map((rule) =>
      stepOf(this.#state, rule, rule.type === 'Egress' ? this.#to : this.#from),
    );
    const key = JSON.stringify(
      rules.map(({ type, edits, policy, index }) => [type, edits, policy.name, index]),
    );
    if (!this.#told.has(key)) this.found.push({ passes: portText(sets, gained), steps });
    this.#told.add(key);
    return true;
  }
}

function stepOf({ locate }: Evaluated, near: NearRule, other: NamedEnd): NearMissStep {
  const { type, policy, rule, index, edits, range, conditions } = near;
  const direction = pathOf(type);
  const path = rule === null ? direction : `${direction}[${String(index)}]`;
  return {
    type,
    policy: { name: policy.name, namespace: policy.namespace },
    path,
    place: locate(policy, range),
    sentence:
      rule === null ? (conditions[0] ?? other.name) : missWords.step(type, path, policy.name, conditions),
    edits,
  };
}

const pathOf = (type: PolicyType): string => (type === 'Egress' ? 'egress' : 'ingress');
