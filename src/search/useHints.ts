import { useEffect, useState } from 'react';
import type { FilterHint } from '../engine';
import { askEngine } from '../state/askEngine';

/** What may be meant by what stands before the caret; nothing while nobody looks. */
export function useHints(text: string, caret: number, isOpen: boolean): readonly FilterHint[] {
  const [hints, setHints] = useState<readonly FilterHint[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    let isOver = false;
    void askEngine({ kind: 'filterHints', text, caret }).then((told) => {
      if (!isOver && told !== null) setHints(told);
    });
    return () => {
      isOver = true;
    };
  }, [text, caret, isOpen]);
  return isOpen ? hints : NONE;
}

const NONE: readonly FilterHint[] = [];
