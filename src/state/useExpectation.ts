import { useCallback, useMemo, useState } from 'react';
import type { EntityId, ExpectationDraft } from '../engine';
import { addExpectation } from './expectationText';
import { useAsked } from './useAsked';

/** What holds of a pair now, as an expectation (null: nothing that could be kept, or not known yet), and how to keep it. */
export function useExpectation(
  source: EntityId,
  destination: EntityId,
): { readonly draft: ExpectationDraft | null; readonly isKept: boolean; readonly keep: () => void } {
  const question = useMemo(() => ({ kind: 'expect', source, destination }) as const, [source, destination]);
  const draft = useAsked<'expect'>(question)?.draft ?? null;
  const [kept, setKept] = useState('');
  const key = JSON.stringify(draft);
  const keep = useCallback((): void => {
    if (draft === null) return;
    addExpectation(draft);
    setKept(JSON.stringify(draft));
  }, [draft]);
  return { draft, isKept: kept === key && draft !== null, keep };
}
