import { Share2 } from 'lucide-react';
import { t } from '../../language/t';

/** What to do when there is nothing to draw. */
export function EmptyPicture({ loading }: { readonly loading: boolean }) {
  return (
    <div className="graph-empty">
      <Share2 aria-hidden size={36} strokeWidth={1.2} />
      {loading ? (
        <p>{t`Reading the manifests…`}</p>
      ) : (
        <>
          <h2>{t`Nothing to draw yet`}</h2>
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
