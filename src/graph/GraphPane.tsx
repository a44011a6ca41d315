import '@xyflow/react/dist/base.css';
import './graph.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useDeferredValue } from 'react';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { EmptyPicture } from './controls/EmptyPicture';
import { Picture } from './Picture';

/**
 * The newest answer. One with other cards is drawn a few milliseconds at a time, so that it does not hold up the page;
 * until that is done the one before it stays.
 */
function useDrawnInTime(): Analysis | null {
  const newest = useAnalysis((state) => state.drawn);
  const ready = useDeferredValue(newest);
  return newest !== null && ready !== null && newest.topology.id !== ready.topology.id ? ready : newest;
}

/** Who can reach whom: the cluster as a graph, drawn from the newest answer that left nothing out. */
export function GraphPane() {
  const answer = useDrawnInTime();
  if (answer === null || answer.topology.cluster.workloads === 0) {
    return (
      <div className="graph-pane">
        <EmptyPicture loading={answer === null} />
      </div>
    );
  }
  return (
    <ReactFlowProvider>
      <Picture answer={answer} />
    </ReactFlowProvider>
  );
}
