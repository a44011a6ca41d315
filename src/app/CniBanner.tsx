import { TriangleAlert } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../language/t';
import { useDocuments } from '../state/hooks';
import { Button } from '../ui/Button';
import { late, stayAway } from '../ui/late';
import { shellStore } from './shellStore';

const CiliumNote = late(() => import('../plugin/CiliumNote').then((module) => module.CiliumNote), stayAway);

const showWhy = (): void => {
  shellStore.getState().showSide('plugin');
};

/** Says loudly that policies have no effect, as long as the chosen plugin enforces nothing; of Cilium, how it differs. */
export function CniBanner() {
  const cni = useDocuments((state) => state.cni);
  if (cni === 'spec') return null;
  return (
    <div className="app-banner" role="note" data-cni={cni}>
      {cni === 'none' ? (
        <>
          <TriangleAlert size={15} aria-hidden />
          {t`flannel, kubenet and old kindnet enforce nothing: everything is allowed.`}
          <Button look="link" onClick={showWhy}>
            {t`Why?`}
          </Button>
        </>
      ) : (
        <Suspense>
          <CiliumNote onList={showWhy} />
        </Suspense>
      )}
    </div>
  );
}
