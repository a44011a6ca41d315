import { Handle, Position } from '@xyflow/react';

/** React Flow draws no line to a card without handles; these are not seen, lines end at the card's border. */
export function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="graph-end" />
      <Handle type="source" position={Position.Right} isConnectable={false} className="graph-end" />
    </>
  );
}
