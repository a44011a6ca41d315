import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { RuleExplanation } from '../engine';
import { rich } from '../language/rich';
import { n, t } from '../language/t';
import { JumpButton } from './JumpButton';
import { PeerRow } from './PeerRow';
import { PortRow } from './PortRow';
import { whyNot } from './whyNot';

/** One rule: what it gives, and unfolded its peers and ports; one that gives nothing says in a line why not. */
export function RuleRow({ rule, policy }: { readonly rule: RuleExplanation; readonly policy: string }) {
  const { path, place, granted, isDoubtful, grants, peers, peerCount, ports, portCount } = rule;
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
          aria-label={t`Peers and ports of ${path} of ${policy}`}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
        <JumpButton place={place} withFile={false}>
          {granted
            ? rich`${(<code>{path}</code>)} gives ${grants}`
            : isDoubtful
              ? rich`${(<code>{path}</code>)} may give ${grants}`
              : rich`${(<code>{path}</code>)} gives nothing`}
        </JumpButton>
      </div>
      {!isOpen && !granted && <p className="inspector-why-not">{whyNot(rule)}</p>}
      <div id={id} className="inspector-evidence" hidden={!isOpen}>
        {peerCount === 0 && <p className="inspector-quiet">{t`No peers are written: it is about anyone.`}</p>}
        {peerCount > 0 && (
          <ul aria-label={t`Peers of ${path}`}>
            {peers.map((peer) => (
              <PeerRow key={peer.path} peer={peer} />
            ))}
          </ul>
        )}
        {peerCount > peers.length && <p className="inspector-quiet">{morePeers(peerCount - peers.length)}</p>}
        {portCount === 0 && <p className="inspector-quiet">{t`No ports are written: every port.`}</p>}
        {portCount > 0 && (
          <ul aria-label={t`Ports of ${path}`}>
            {ports.map((port) => (
              <PortRow key={port.place.start} port={port} />
            ))}
          </ul>
        )}
        {portCount > ports.length && <p className="inspector-quiet">{morePorts(portCount - ports.length)}</p>}
      </div>
    </li>
  );
}

const morePeers = (count: number): string => n(count)`and ${count} more peer|and ${count} more peers`;
const morePorts = (count: number): string => n(count)`and ${count} more port|and ${count} more ports`;
