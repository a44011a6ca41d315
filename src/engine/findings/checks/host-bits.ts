import { t } from '../../../language/t';
import { formatAddress, formatCidr, parseAddress, parseCidr } from '../../model/address';
import type { NetworkPolicy } from '../../model/policy';
import { isStrictSubset } from '../../model/validateCidr';
import { entryOf, type MapTree, type ScalarTree, type Tree } from '../../parse/tree';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { replaceScalar } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { blocksOf } from '../lookup/rules';
import { fixIn, listIn, mapIn } from '../lookup/written';

/** A block written with an address inside it, or otherwise not the usual way. */
export const hostBits: PolicyCheck = {
  code: 'host-bits',
  severity: 'warning',
  docs: pages.policyReference,
  looksAt: 'policy',
  find: (policy, ask) => {
    const isUnusual = [...policy.ingress, ...policy.egress].some((rule) =>
      blocksOf(rule).some(({ cidr, except }) => [cidr, ...except].some((text) => usual(text) !== text)),
    );
    return isUnusual ? cidrsIn(ask.tree(policy)).flatMap((written) => foundIn(policy, written, ask)) : [];
  },
};

function usual(text: string): string | null {
  const cidr = parseCidr(text);
  return cidr && formatCidr(cidr);
}

/** A CIDR that a policy names. */
interface WrittenCidr {
  readonly scalar: ScalarTree;
  /** Whether the server takes the block with this in its place. */
  readonly mayBe: (value: string) => boolean;
}

function foundIn(policy: NetworkPolicy, { scalar, mayBe }: WrittenCidr, ask: Inquiry): readonly Found[] {
  const text = textOf(scalar);
  const cidr = parseCidr(text);
  const canonical = usual(text);
  if (cidr === null || canonical === null || canonical === text) return [];
  const address = parseAddress(text.slice(0, text.indexOf('/')));
  const isInside = address?.family === cidr.family && address.value !== cidr.first;
  const single = isInside ? `${formatAddress(address)}/${cidr.family === 4 ? '32' : '128'}` : null;
  const write = (value: string | null) =>
    value !== null && mayBe(value)
      ? fixIn(ask, policy, t`Write ${value}`, (sheet) => replaceScalar(sheet, scalar, value))
      : [];
  return [
    {
      object: policy,
      range: scalar.range,
      message: isInside
        ? t`${text} is the whole block ${canonical}, not one address.`
        : t`${text} is an unusual spelling of ${canonical}.`,
      explanation: isInside
        ? t`The number behind the slash says how much of the address counts; the rest is dropped. Newer API servers warn of such blocks or refuse them, and some network plugins have ignored them altogether.`
        : t`Newer API servers warn of such spellings or refuse them, and network plugins do not all read them alike.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: [...write(canonical), ...write(single)],
      replaces: 'non-canonical-cidr',
    },
  ];
}

/** Every CIDR a policy names. */
function cidrsIn(tree: Tree | null): readonly WrittenCidr[] {
  if (tree === null || tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap(cidrsIn);
  const block = mapIn(tree, 'ipBlock');
  const inner = tree.entries.flatMap(({ key, value }) => (key === 'ipBlock' ? [] : cidrsIn(value)));
  return block === null ? inner : [...inner, ...cidrsOf(block)];
}

/** Every except has to stay a strict subset of the block, whichever of them is rewritten. */
function cidrsOf(block: MapTree): readonly WrittenCidr[] {
  const whole = entryOf(block, 'cidr')?.value;
  const excepts = listIn(block, 'except')?.items.filter((item) => item.kind === 'scalar') ?? [];
  if (whole?.kind !== 'scalar') return [];
  return [
    { scalar: whole, mayBe: (value) => excepts.every((except) => isStrictSubset(textOf(except), value)) },
    ...excepts.map((scalar) => ({
      scalar,
      mayBe: (value: string) => isStrictSubset(value, textOf(whole)),
    })),
  ];
}

function textOf({ value }: ScalarTree): string {
  return typeof value === 'string' ? value : '';
}
