import { Globe } from 'lucide-react';
import { t } from '../../language/t';
import type { CardLook } from '../picture/looks';
import { HubIcon } from './HubIcon';
import { LockBadge } from './LockBadge';

/** What goes on with the outside and with hubs, and whether the doors are locked. */
export function CardBadges({ card }: { readonly card: CardLook }) {
  const { fromOutside, toOutside, hubs, ingress, egress } = card;
  const outside = [
    ...(fromOutside ? [t`reachable from outside`] : []),
    ...(toOutside ? [t`can reach outside`] : []),
  ].join(', ');
  return (
    <span className="graph-badges">
      {outside !== '' && (
        <span className="graph-glyph" role="img" aria-label={outside} title={outside}>
          <Globe aria-hidden size={12} strokeWidth={1.8} />
        </span>
      )}
      {hubs.map(({ kind, sentence }) => (
        <span key={kind} className="graph-glyph" role="img" aria-label={sentence} title={sentence}>
          <HubIcon kind={kind} />
        </span>
      ))}
      <LockBadge type="ingress" lock={ingress} />
      <LockBadge type="egress" lock={egress} />
    </span>
  );
}
