import { Suspense } from 'react';
import { ExternalLink } from 'lucide-react';
import { GraphPane } from '../graph/GraphPane';
import { t } from '../language/t';
import { late } from '../ui/late';
import { useShell } from './shellStore';
import './embed.css';

const MatrixPane = late(() => import('../matrix/MatrixPane').then((module) => module.MatrixPane));

/** The picture alone, as a part of another page: nothing to edit, nothing is kept. */
export function Embed() {
  const form = useShell((state) => state.form);
  const problem = useShell((state) => state.notice);
  return (
    <div className="embed">
      <main className="embed-picture" aria-label={t`Picture`}>
        {problem !== null ? (
          <p className="embed-problem" role="alert">
            {problem.text}
          </p>
        ) : form === 'graph' ? (
          <GraphPane />
        ) : (
          <Suspense>
            <MatrixPane />
          </Suspense>
        )}
      </main>
      <a className="embed-open" href={`${location.pathname}${location.hash}`} target="_blank" rel="noopener">
        {t`Open in Netpol Playground`} <ExternalLink aria-hidden size={13} />
      </a>
    </div>
  );
}
