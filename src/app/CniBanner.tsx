import { TriangleAlert } from 'lucide-react';
import { useDocuments } from '../state/hooks';

/** Says loudly that policies have no effect, as long as the chosen plugin enforces nothing. */
export function CniBanner() {
  const cni = useDocuments((state) => state.cni);
  if (cni !== 'none') return null;
  return (
    <p className="app-banner" role="note">
      <TriangleAlert size={15} aria-hidden />
      flannel, kubenet and old kindnet enforce nothing: everything is allowed.
    </p>
  );
}
