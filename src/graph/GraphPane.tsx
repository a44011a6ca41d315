import '@xyflow/react/dist/base.css';
import './graph.css';
import './largeWords.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useRecentChanges } from '../state/useRecentChanges';
import { EmptyPicture } from './controls/EmptyPicture';
import { Picture } from './Picture';
import { useAnswerToDraw } from './useAnswerToDraw';

/** Who can reach whom: the cluster as a graph, drawn from the newest answer that left nothing out. */
export function GraphPane() {
  const answer = useAnswerToDraw();
  const news = useRecentChanges(answer);
  if (answer === null || answer.topology.cluster.workloads === 0) {
    return (
      <div className="graph-pane">
        <EmptyPicture topology={answer?.topology ?? null} />
      </div>
    );
  }
  return (
    <ReactFlowProvider>
      <Picture answer={answer} news={news} />
    </ReactFlowProvider>
  );
}
