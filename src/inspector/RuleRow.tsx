import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { RuleExplanation } from '../engine';
import { JumpButton } from './JumpButton';
import { PeerRow } from './PeerRow';
import { PortRow } from './PortRow';
import { whyNot } from './whyNot';

/** One rule: what it gives, and unfolded its peers and ports; one that gives nothing says in a line why not. */
export function RuleRow({ rule, policy }: { readonly rule: RuleExplanation; readonly policy: string }) {
  const { path, place, granted, grants, peers, peerCount, ports, portCount } = rule;
  const [isOpen, setOpen] = useState(granted);
  const id = useId();
  return (
    <li className="inspector-rule" data-granted={granted}>
      <div className="inspector-rule-head">
        <button
          type="button"
          className="inspector-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Peers and ports of ${path} of ${policy}`}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
        <JumpButton place={place} withFile={false}>
          <code>{path}</code> {granted ? `gives ${grants}` : 'gives nothing'}
        </JumpButton>
      </div>
      {!isOpen && !granted && <p className="inspector-why-not">{whyNot(rule)}</p>}
      <div id={id} className="inspector-evidence" hidden={!isOpen}>
        {peerCount === 0 && <p className="inspector-quiet">No peers are written: it is about anyone.</p>}
        {peerCount > 0 && (
          <ul aria-label={`Peers of ${path}`}>
            {peers.map((peer) => (
              <PeerRow key={peer.path} peer={peer} />
            ))}
          </ul>
        )}
        {peerCount > peers.length && (
          <p className="inspector-quiet">and {peerCount - peers.length} more peers</p>
        )}
        {portCount === 0 && <p className="inspector-quiet">No ports are written: every port.</p>}
        {portCount > 0 && (
          <ul aria-label={`Ports of ${path}`}>
            {ports.map((port) => (
              <PortRow key={port.place.start} port={port} />
            ))}
          </ul>
        )}
        {portCount > ports.length && (
          <p className="inspector-quiet">and {portCount - ports.length} more ports</p>
        )}
      </div>
    </li>
  );
}
