import { CircleHelp, Lock, LockOpen, Minus } from 'lucide-react';
import type { Closure, DirectionCoverage } from '../engine';
import { t } from '../language/t';
import { FocusButton } from './FocusButton';
import { closedOf, closureWord, directionSentence, type Direction } from './words';

interface DirectionMarkProps {
  readonly namespace: string;
  readonly direction: Direction;
  readonly coverage: DirectionCoverage;
}

/** In or out: closed, partly or open, with the lock the graph draws; a click shows what is open. */
export function DirectionMark({ namespace, direction, coverage }: DirectionMarkProps) {
  const { closure } = coverage;
  const sentence = directionSentence(namespace, direction, coverage);
  const inside = (
    <>
      <span className="coverage-way">{direction === 'ingress' ? t`in` : t`out`}</span>
      <ClosureIcon closure={closure} />
      <span className="coverage-word">{closureWord(closure)}</span>
      {closure === 'partly' && <span className="coverage-quiet">{closedOf(coverage)}</span>}
    </>
  );
  const label = directionLabel(direction, closure, sentence);
  if (closure === 'closed' || closure === 'exempt') {
    return (
      <span role="img" aria-label={label} className="coverage-mark" data-closure={closure} title={sentence}>
        {inside}
      </span>
    );
  }
  return (
    <FocusButton focus={{ kind: 'open', namespace, direction }} label={label} className="coverage-mark">
      {inside}
    </FocusButton>
  );
}

function ClosureIcon({ closure }: { readonly closure: Closure }) {
  switch (closure) {
    case 'closed':
    case 'partly':
      return <Lock aria-hidden size={12} strokeWidth={2.4} />;
    case 'open':
      return <LockOpen aria-hidden size={12} strokeWidth={2.4} />;
    case 'unknown':
      return <CircleHelp aria-hidden size={12} strokeWidth={2.4} />;
    case 'exempt':
      return <Minus aria-hidden size={12} strokeWidth={2.4} />;
  }
}

function directionLabel(direction: Direction, closure: Closure, sentence: string): string {
  const word = closureWord(closure);
  return direction === 'ingress' ? t`In ${word}. ${sentence}` : t`Out ${word}. ${sentence}`;
}
