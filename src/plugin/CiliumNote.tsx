import { n, t } from '../language/t';
import { useAsked } from '../state/useAsked';
import { Button } from '../ui/Button';

const question = { kind: 'cniDifferences' } as const;

/** A quiet line while Cilium is chosen: how much of the picture is otherwise than by the specification. */
export function CiliumNote({ onList }: { readonly onList: () => void }) {
  const told = useAsked<'cniDifferences'>(question);
  if (told === null) return t`Cilium: an ipBlock never matches pods.`;
  const { count } = told.cilium;
  if (count === 0) return t`Cilium: no pair differs from the specification here.`;
  return (
    <span>
      {n(
        count,
      )`Cilium: ${count} pair differs from the specification|Cilium: ${count} pairs differ from the specification`}{' '}
      ·{' '}
      <Button look="link" onClick={onList}>
        {t`list`}
      </Button>
    </span>
  );
}
