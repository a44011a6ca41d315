import { useAsked } from '../state/useAsked';
import { Button } from '../ui/Button';
import { pairsDiffer } from './words';

const question = { kind: 'cniDifferences' } as const;

/** A quiet line while Cilium is chosen: how much of the picture is otherwise than by the specification. */
export function CiliumNote({ onList }: { readonly onList: () => void }) {
  const told = useAsked<'cniDifferences'>(question);
  if (told === null) return 'Cilium: an ipBlock never matches pods.';
  const { count } = told.cilium;
  if (count === 0) return 'Cilium: no pair differs from the specification here.';
  return (
    <span>
      Cilium: {pairsDiffer(count)} from the specification ·{' '}
      <Button look="link" onClick={onList}>
        list
      </Button>
    </span>
  );
}
