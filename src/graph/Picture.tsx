import { memo, Suspense, type CSSProperties, useEffect, useState } from 'react';
import { MiniMap, ReactFlow, type AriaLabelConfig } from '@xyflow/react';
import { useStore } from 'zustand';
import type { Changes } from '../engine';
import { t } from '../language/t';
import { isPictureOld, type Analysis } from '../state/analysisStore';
import { useAnalysis, useView } from '../state/hooks';
import { late, stayAway } from '../ui/late';
import { BackgroundLines } from './background/BackgroundLines';
import { CountLine } from './controls/CountLine';
import { Crumbs } from './controls/Crumbs';
import { Toolbar } from './controls/Toolbar';
import { UnseenChip } from './controls/UnseenChip';
import { ViewportButtons } from './controls/ViewportButtons';
import { VerdictEdgeView } from './edges/VerdictEdgeView';
import { followEscape, followFoldKeys, followKeys, letGo, pointAt, takeViewport } from './gestures';
import { AlikeCard } from './nodes/AlikeCard';
import { ExternalCard } from './nodes/ExternalCard';
import { NamespaceCard } from './nodes/NamespaceCard';
import { FrameTitle, NamespaceFrame } from './nodes/NamespaceFrame';
import { OutsideCard } from './nodes/OutsideCard';
import { PodCard } from './nodes/PodCard';
import { PodsFrame } from './nodes/PodsFrame';
import { WorkloadCard } from './nodes/WorkloadCard';
import { paneStore } from './paneStore';
import { MAP, RINGS } from './picture/layers';
import type { PictureEdge, PictureNode } from './picture/looks';
import { isMap } from './picture/scene';
import { rememberFlow } from './shownFlow';
import { useArrivals } from './useArrivals';
import { useRefocus } from './useRefocus';
import { useFit } from './useFit';
import { useFollowing } from './useFollowing';
import { useNoMeasuring } from './useNoMeasuring';
import { useScene } from './useScene';
import { FARTHEST } from './useShow';
import { useUnseen } from './useUnseen';

const Seek = late(() => import('./controls/Seek').then((module) => module.Seek), stayAway);
const Legend = late(() => import('./controls/Legend').then((module) => module.Legend), stayAway);

const nodeTypes = {
  workload: WorkloadCard,
  alike: AlikeCard,
  pod: PodCard,
  namespace: NamespaceCard,
  outside: OutsideCard,
  external: ExternalCard,
  frame: NamespaceFrame,
  title: FrameTitle,
  pods: PodsFrame,
};
const edgeTypes = { verdict: VerdictEdgeView };

/** What React Flow says by itself. */
const words = (): Partial<AriaLabelConfig> => ({
  // The one it says, oddly named, while the keyboard is not switched off.
  'node.a11yDescription.keyboardDisabled': t`Enter selects it and shows its connections; then the arrow keys move it. Plus opens it into its parts, minus closes what it is a part of. Escape lets go.`,
  'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t`Moved to x: ${Math.round(x)}, y: ${Math.round(y)}`,
  'edge.a11yDescription.default': t`Enter selects this connection, arrow keys go to the next one. Escape lets go.`,
});

const pointAtNode = (_: unknown, { id }: PictureNode): void => {
  pointAt(id);
};
const pointAtNothing = (): void => {
  pointAt(null);
};

const MAP_FROM = 15;
const MAP_SIZE = { width: 150, height: 100 };
const NEAREST = 8;

interface PictureProps {
  readonly answer: Analysis;
  /** What was changed a moment ago. */
  readonly news: Changes | null;
}

/** The graph with its controls. */
export const Picture = memo(function Picture({ answer, news: changes }: PictureProps) {
  const {
    flow,
    background,
    focused,
    plan,
    sight,
    counts,
    seen,
    news,
    hubs,
    drag,
    origin,
    isLaidOut,
    onShown,
    tidy,
  } = useScene(answer, changes);
  const { topology } = answer;
  const [ariaLabels] = useState(words);
  useNoMeasuring();
  useEffect(() => {
    rememberFlow({ flow, background, topology, counts, onMap: isMap(plan) });
    return () => {
      rememberFlow(null);
    };
  }, [flow, background, topology, counts, plan]);
  const { nodes, edges } = useArrivals(flow);
  useRefocus(topology, nodes);
  const { followNodes, followEdges, enter } = useFollowing({ flow, topology, drag });
  const selection = useView((state) => state.selection);
  const sought = useView((state) => state.sought);
  const { level } = topology;
  const fit = useFit({ origin, isLaidOut, level, onShown, flow, selection, onMap: isMap(plan) });
  const unseen = useUnseen({ answer, nodes: flow.nodes, origin, isLaidOut });
  const isOld = useAnalysis(isPictureOld);
  const legend = useStore(paneStore, (state) => state.legend);
  const minimap = useStore(paneStore, (state) => state.minimap);
  const fitted = useStore(paneStore, (state) => state.fitted);
  const hasMap = topology.entities.length >= MAP_FROM;
  const folds = topology.entities.some(({ kind }) => kind === 'namespace' || kind === 'alike');
  const scale: CSSProperties & Record<`--${string}`, number> = { '--graph-sight': sight.scale };
  return (
    <div
      className="graph-pane"
      data-old={isOld}
      data-map={isMap(plan)}
      data-reach={sight.reach}
      data-words={isMap(plan) ? 'plain' : sight.words}
      data-news={news}
      style={scale}
    >
      <Toolbar topology={topology} counts={counts} hubs={hubs} hasMap={hasMap} />
      <div
        className="graph-canvas"
        onKeyDown={followKeys}
        onKeyDownCapture={(event) => {
          followEscape(event);
          followFoldKeys(event, topology.entities);
        }}
      >
        <ReactFlow<PictureNode, PictureEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={followNodes}
          onEdgesChange={followEdges}
          onNodeDoubleClick={enter}
          onNodeMouseEnter={pointAtNode}
          onNodeMouseLeave={pointAtNothing}
          onPaneClick={letGo}
          onMove={takeViewport}
          ariaLabelConfig={ariaLabels}
          zIndexMode="manual"
          minZoom={FARTHEST}
          maxZoom={NEAREST}
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
          {background.length > 0 && (
            <BackgroundLines
              strokes={background}
              faded={focused}
              layer={(isMap(plan) ? MAP : RINGS).background}
            />
          )}
          {minimap && hasMap && !fitted && (
            <MiniMap<PictureNode>
              className="graph-map"
              style={MAP_SIZE}
              pannable
              zoomable
              ariaLabel={t`Map of the picture`}
              nodeClassName={(node) => `graph-map-${node.type}`}
            />
          )}
        </ReactFlow>
        <Crumbs topology={topology} fit={fit} />
        <ViewportButtons
          fit={fit}
          tidy={() => {
            tidy();
            fit();
          }}
        />
        <UnseenChip unseen={unseen} fit={fit} />
        {sought && (
          <Suspense>
            <Seek sought={sought} topology={topology} nodes={flow.nodes} />
          </Suspense>
        )}
        {legend && (
          <Suspense>
            <Legend folds={folds} hubs={hubs.folded} />
          </Suspense>
        )}
        {isOld && <p className="graph-old">{t`The picture is older than the text`}</p>}
      </div>
      <CountLine answer={answer} counts={counts} seen={seen} />
    </div>
  );
});
