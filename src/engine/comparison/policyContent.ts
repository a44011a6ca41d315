import type { RejectedPolicy, UnsupportedPolicy } from '../model/objects';
import type { NetworkPolicy } from '../model/policy';

/** Anything in a policy book. */
export type AnyPolicy = NetworkPolicy | RejectedPolicy | UnsupportedPolicy;

const whole = new WeakMap<AnyPolicy, string>();
const ofRules = {
  Ingress: new WeakMap<NetworkPolicy, string>(),
  Egress: new WeakMap<NetworkPolicy, string>(),
};

/** Equal for policies that say the same, wherever they are written. */
export function contentOf(policy: AnyPolicy): string {
  return remembered(whole, policy, () => written(policy));
}

/** Equal for policies of one namespace whose rules of a direction say the same. */
export function rulesContent(policy: NetworkPolicy, type: 'Ingress' | 'Egress'): string {
  return remembered(ofRules[type], policy, () =>
    written(type === 'Ingress' ? policy.ingress : policy.egress),
  );
}

/** Everything but where it stands. */
function written(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === 'range' || key === 'nameRange' ? undefined : part,
  );
}

function remembered<Key extends object>(known: WeakMap<Key, string>, key: Key, make: () => string): string {
  let text = known.get(key);
  if (text === undefined) known.set(key, (text = make()));
  return text;
}
