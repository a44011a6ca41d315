import type { PeerExplanation } from '../engine';
import { HoldsMark } from './HoldsMark';
import { JumpButton } from './JumpButton';

/** One peer, and below it everything it asks for with what the other end has. */
export function PeerRow({
  peer: { path, place, phrase, matches, checks },
}: {
  readonly peer: PeerExplanation;
}) {
  return (
    <li className="inspector-peer">
      <JumpButton place={place} withFile={false} bare>
        <HoldsMark holds={matches} of="peer" />
        <span>
          <code>{path}</code> {phrase}
        </span>
      </JumpButton>
      <ul>
        {checks.map(({ holds, place: at, sentence }) => (
          <li key={sentence} className="inspector-check">
            <JumpButton place={at} withFile={false} bare>
              <HoldsMark holds={holds} of="requirement" />
              <span>{sentence}</span>
            </JumpButton>
          </li>
        ))}
      </ul>
    </li>
  );
}
