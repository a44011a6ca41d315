import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * Every node says how large it is and where its handles are (`placed`), yet React Flow measures each that comes and
 * then draws it again, which takes longer than drawing it. To be called before React Flow is drawn.
 */
export function useNoMeasuring(): void {
  const store = useStoreApi();
  useState(() => {
    store.setState({ updateNodeInternals: () => undefined });
  });
}
