import type { PortExplanation } from '../engine';
import { HoldsMark } from './HoldsMark';
import { JumpButton } from './JumpButton';

/** One written port, and what it is towards this destination where that is not what is written. */
export function PortRow({ port: { place, written, granted, note } }: { readonly port: PortExplanation }) {
  return (
    <li className="inspector-check">
      <JumpButton place={place} withFile={false} bare>
        <HoldsMark holds={granted ? 'yes' : 'no'} of="port" />
        <span>
          {written}
          {note !== null && `: ${note}`}
        </span>
      </JumpButton>
    </li>
  );
}
