import { Share2 } from 'lucide-react';
import type { Topology } from '../../engine';
import { t } from '../../language/t';
import { emptyLine } from '../picture/countLine';

/** What to do when there is nothing to draw; null: it is not known yet. */
export function EmptyPicture({ topology }: { readonly topology: Topology | null }) {
  const empty = topology && emptyLine(topology);
  return (
    <div className="graph-empty">
      <Share2 aria-hidden size={36} strokeWidth={1.2} />
      {topology === null ? (
        <p>{t`Reading the manifests…`}</p>
      ) : (
        <>
          <h2>{t`Nothing to draw yet`}</h2>
          {empty !== null && <p>{empty}</p>}
          <p>
            {t`Paste or drop Kubernetes manifests: Deployments, Pods, Namespaces and NetworkPolicies. From a real cluster:`}
          </p>
          <code>kubectl get ns,pods,deploy,sts,ds,svc,netpol -A -o yaml</code>
          <p>{t`Or open one of the examples. Nothing leaves this page.`}</p>
        </>
      )}
    </div>
  );
}
