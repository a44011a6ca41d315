import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import type { ExpectationStatus } from '../engine';
import { statusWord } from './words';

/** A status as a shape and a word. */
export function StatusMark({ status }: { readonly status: ExpectationStatus }) {
  return (
    <span className="expectations-status" data-status={status}>
      <Icon status={status} />
      {statusWord(status)}
    </span>
  );
}

function Icon({ status }: { readonly status: ExpectationStatus }) {
  switch (status) {
    case 'passed':
      return <CircleCheck size={16} aria-hidden />;
    case 'failed':
      return <CircleX size={16} aria-hidden />;
    case 'undecided':
      return <CircleHelp size={16} aria-hidden />;
    case 'invalid':
      return <TriangleAlert size={16} aria-hidden />;
  }
}
