import { useEffect, useRef, type RefObject } from 'react';
import type * as Monaco from './monaco';
import type { Caret } from './monaco';
import type { ProjectPaste } from './pasted';

interface Props {
  readonly monaco: typeof Monaco;
  /** Where the caret stood before Monaco was there. */
  readonly caretRef: RefObject<Caret | null>;
  readonly projectPaste: ProjectPaste | undefined;
}

/** The element Monaco lives in. */
export function MonacoHost({ monaco, caretRef, projectPaste }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const project = useRef(projectPaste);

  useEffect(() => {
    project.current = projectPaste;
  }, [projectPaste]);

  useEffect(() => {
    if (host.current === null) return;
    const unmount = monaco.mountEditor(host.current, caretRef.current, () => project.current);
    caretRef.current = null;
    return unmount;
  }, [monaco, caretRef]);

  // Without `nokey` the graph takes the space bar for itself; without `monaco-component` menus have no colours.
  return <div ref={host} className="editor-host nokey monaco-component" />;
}
