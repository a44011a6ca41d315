import { MiniMap, ReactFlow } from '@xyflow/react';
import { useStore } from 'zustand';
import { isPictureOld, type Analysis } from '../state/analysisStore';
import { useAnalysis, useView } from '../state/hooks';
import { CountLine } from './controls/CountLine';
import { Legend } from './controls/Legend';
import { Toolbar } from './controls/Toolbar';
import { ViewportButtons } from './controls/ViewportButtons';
import { NamespaceEdgeView } from './edges/NamespaceEdgeView';
import { VerdictEdgeView } from './edges/VerdictEdgeView';
import { followKeys, letGo, selectEdges, selectNodes, takeViewport } from './gestures';
import { ExternalCard } from './nodes/ExternalCard';
import { NamespaceCard } from './nodes/NamespaceCard';
import { FrameTitle, NamespaceFrame } from './nodes/NamespaceFrame';
import { WorkloadCard } from './nodes/WorkloadCard';
import { paneStore } from './paneStore';
import type { PictureEdge, PictureNode } from './picture/looks';
import { useFit } from './useFit';
import { useScene } from './useScene';

const nodeTypes = {
  workload: WorkloadCard,
  external: ExternalCard,
  frame: NamespaceFrame,
  title: FrameTitle,
  namespace: NamespaceCard,
};
const edgeTypes = { verdict: VerdictEdgeView, namespaces: NamespaceEdgeView };
const words = {
  'node.a11yDescription.default':
    'Enter selects it and shows its connections; then the arrow keys move it. Escape lets go.',
  'edge.a11yDescription.default':
    'Enter selects this connection, arrow keys go to the next one. Escape lets go.',
};
const MAP_FROM = 15;
const MAP_SIZE = { width: 150, height: 100 };

/** The graph with its controls. */
export function Picture({ answer }: { readonly answer: Analysis }) {
  const { flow, level, counts, drag, origin, tidy } = useScene(answer);
  const selection = useView((state) => state.selection);
  const fit = useFit(origin, selection);
  const isOld = useAnalysis(isPictureOld);
  const legend = useStore(paneStore, (state) => state.legend);
  const minimap = useStore(paneStore, (state) => state.minimap);
  const cards = flow.nodes.filter((node) => node.type !== 'frame' && node.type !== 'title').length;
  return (
    <div className="graph-pane" data-old={isOld} data-level={level}>
      <Toolbar answer={answer} level={level} counts={counts} hasMap={cards >= MAP_FROM} />
      <div className="graph-canvas" onKeyDown={followKeys}>
        <ReactFlow<PictureNode, PictureEdge>
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={(changes) => {
            selectNodes(changes);
            drag.follow(changes);
          }}
          onEdgesChange={(changes) => {
            selectEdges(changes, flow.edges);
          }}
          onPaneClick={letGo}
          onMoveStart={takeViewport}
          ariaLabelConfig={words}
          zIndexMode="manual"
          minZoom={0.1}
          maxZoom={2.5}
          nodesConnectable={false}
          edgesReconnectable={false}
          selectNodesOnDrag={false}
          elevateNodesOnSelect={false}
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
        >
          {minimap && cards >= MAP_FROM && (
            <MiniMap<PictureNode>
              className="graph-map"
              style={MAP_SIZE}
              pannable
              zoomable
              ariaLabel="Map of the picture"
              nodeClassName={(node) => `graph-map-${node.type}`}
            />
          )}
        </ReactFlow>
        <ViewportButtons
          fit={fit}
          tidy={() => {
            tidy();
            fit();
          }}
        />
        {legend && <Legend />}
        {isOld && <p className="graph-old">The picture is older than the text</p>}
      </div>
      <CountLine counts={counts} />
    </div>
  );
}
