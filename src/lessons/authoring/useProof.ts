import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ReadLesson } from '../../engine';
import { surelyAsk } from '../../state/surelyAsk';
import { draftStore, lessonOf } from './draftStore';

/** Whoever types is left alone for so long, in milliseconds. */
const PAUSE = 300;

interface Proof {
  readonly text: string;
  readonly read: ReadLesson;
}

/** The lesson as it would be written, and what is wrong with it; null: not known yet. */
export function useProof(): Proof | null {
  const draft = useStore(draftStore);
  const [proof, setProof] = useState<Proof | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void surelyAsk({ kind: 'writeLesson', draft: lessonOf(draft) }).then((told) => {
        if (!isOver && told !== null) setProof(told);
      });
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [draft]);
  return proof;
}
